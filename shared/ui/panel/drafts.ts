import type { FormFields } from '../../src/panel/protocol';
import type { FormView } from '../../src/panel/view';
import type { Bridge } from '../bridge';
import { changesOf, fieldsOf, withChanges } from './formFields';

/** Keeps what was typed until it is sent or given up. */
export interface Drafts {
  /** The fields a form opens with. */
  readonly restore: (form: FormView) => FormFields;
  /** After every change. */
  readonly typed: (form: FormView, fields: FormFields) => void;
  /** When the cursor leaves a field. */
  readonly left: (fields: FormFields) => void;
  /** Before the handoff goes out: nothing may be written behind it. */
  readonly hold: () => void;
  /** When the handoff has been offered. */
  readonly served: () => void;
  /** When the person gives it up. */
  readonly forget: () => void;
}

/** Drafts in the browser where it keeps them, else with the backend. */
export function draftsOf(bridge: Bridge): Drafts {
  return bridge.draftStore ? inBrowser(bridge.draftStore) : withBackend(bridge);
}

function inBrowser(store: NonNullable<Bridge['draftStore']>): Drafts {
  const forget = (): void => attempt(() => store.remove());
  return {
    restore: form => withChanges(form, parsed(store.get())),
    typed: (form, fields) => attempt(() => store.set(JSON.stringify(changesOf(form, fields)))),
    left: () => undefined,
    hold: () => undefined,
    served: forget,
    forget,
  };
}

/** After leaving a field the draft waits this long, so that pressing the button under the form writes none. */
const LINGER = 1_500;
/** Every write is paid for. */
const BETWEEN_WRITES = 20_000;

/** The backend merges a draft into the form it sends, and drops it by itself when the handoff is offered. */
function withBackend(bridge: Bridge): Drafts {
  let kept = '';
  let waiting: FormFields | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (fields: FormFields | null): void => {
    bridge.ask({ type: 'draft', fields }).catch(() => undefined);
  };
  const flush = (): void => {
    timer = undefined;
    if (!waiting) return;
    kept = JSON.stringify(waiting);
    write(waiting);
    waiting = undefined;
    timer = setTimeout(flush, BETWEEN_WRITES);
  };
  const hold = (): void => {
    clearTimeout(timer);
    timer = undefined;
    waiting = undefined;
  };
  return {
    restore: form => {
      const fields = fieldsOf(form);
      kept = JSON.stringify(fields);
      return fields;
    },
    typed: () => undefined,
    left: fields => {
      if (JSON.stringify(fields) === kept) return;
      waiting = fields;
      timer ??= setTimeout(flush, LINGER);
    },
    hold,
    served: hold,
    forget: () => {
      hold();
      write(null);
    },
  };
}

function parsed(draft: string | null): Record<string, unknown> {
  try {
    return Object(draft ? JSON.parse(draft) : {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A browser that is full or forbids it loses the draft, not the form. */
function attempt(write: () => void): void {
  try {
    write();
  } catch {
    // The form itself still holds everything.
  }
}
