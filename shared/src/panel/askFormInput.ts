import type { Directory } from '../agreement';
import type { Open } from '../escalation';
import type { PanelViewer } from './reader';
import type { AskVerb } from './view';

/** What a case can begin with, by label, in the order in which it is read. */
export type CaseFacts = readonly { readonly label: string; readonly text: string }[];

/** What the short form is filled from. */
export interface AskFormInput {
  readonly verb: AskVerb;
  readonly state: Open;
  readonly directory: Directory;
  readonly viewer: PanelViewer;
  /** Epoch ms. */
  readonly now: number;
  /** What stands in it already; whom it is for changes the rest. */
  readonly fields: Readonly<Record<string, string>>;
  /** What a case begins with, where a vendor is asked. */
  readonly about: CaseFacts;
}
