import type { ListAnswer, ListRequest } from '../../src/panel/listProtocol';
import type { ListRowView } from '../../src/panel/listView';

/** A request as a list makes it; the bridge adds who. */
export type ListAsk = ListRequest extends infer Request
  ? Request extends ListRequest
    ? Omit<Request, 'viewer'>
    : never
  : never;

/** The way from a list to its backend, and the only thing a list knows of its desk. */
export interface ListBridge {
  readonly desk: 'jira' | 'freshservice';
  /** Rejects with `Unreachable` when no answer came; the request may have arrived all the same. */
  readonly ask: (request: ListAsk) => Promise<ListAnswer>;
  /** Calls back when the list is looked at again. Returns how to stop. */
  readonly onChange: (listener: () => void) => () => void;
  /** Names one press. */
  readonly newId: () => string;
  /** Milliseconds on a clock that only goes forward while the list is open. */
  readonly now: () => number;
  /** Where a ticket lies, for its link. */
  readonly addressOf: (row: ListRowView) => string;
  /** Opens a ticket the desk's own way. */
  readonly open: (row: ListRowView) => void;
}
