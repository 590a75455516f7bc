import type { PanelAnswer, PanelRequest } from '../src/panel/protocol';

/** A request as a screen makes it; the bridge adds who and which ticket. */
export type PanelAsk = PanelRequest extends infer Request
  ? Request extends PanelRequest
    ? Omit<Request, 'viewer' | 'ticket'>
    : never
  : never;

/** A place in the browser for the draft of one ticket. */
export interface DraftStore {
  readonly get: () => string | null;
  readonly set: (draft: string) => void;
  readonly remove: () => void;
}

/** The way from a screen to its backend, and the only thing a screen knows of its desk. */
export interface Bridge {
  readonly desk: 'jira' | 'freshservice';
  /** Rejects with {@link Unreachable} when no answer came; the request may have arrived all the same. */
  readonly ask: (request: PanelAsk) => Promise<PanelAnswer>;
  /** Calls back when the desk says that the ticket changed or the panel is looked at again. Returns how to stop. */
  readonly onChange: (listener: () => void) => () => void;
  /** Names one press. */
  readonly newId: () => string;
  /** Milliseconds on a clock that only goes forward while the panel is open. */
  readonly now: () => number;
  /** Absent where the browser keeps nothing for this page: drafts are then kept by the backend. */
  readonly draftStore?: DraftStore | undefined;
  /** What the desk's page does itself before the request goes out. A failure is no obstacle: the backend does it then. */
  readonly prepare?: (ask: PanelAsk) => Promise<void>;
}

/** No answer came back. The words are for the person. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  constructor(
    readonly sentence = 'Baton cannot be reached just now',
    readonly remedy = 'Nothing you typed is lost.',
    override readonly cause?: unknown,
  ) {
    super(sentence);
  }
}

/** The browser's own storage under one key, or nothing where the page may not use it or it is full. */
export function browserDrafts(key: string): DraftStore | undefined {
  try {
    const storage = window.localStorage;
    storage.setItem(`${key}.probe`, '1');
    storage.removeItem(`${key}.probe`);
    return {
      get: () => storage.getItem(key),
      set: draft => storage.setItem(key, draft),
      remove: () => storage.removeItem(key),
    };
  } catch {
    return undefined;
  }
}
