import type { ListAnswer } from '../../src/panel/listProtocol';
import type { ListRowNow, ListRowView, ListView } from '../../src/panel/listView';
import type { ListAsk } from './listBridge';

/** Why an acceptance was refused. */
export interface RowRefusal {
  readonly sentence: string;
  readonly remedy: string;
}

/** The sections of a list, as they stand. */
const sections = ['triage', 'offered', 'shift', 'ours'] as const;
/** One of them. */
export type ListedIn = (typeof sections)[number];

/** What the backend answered to a press on a row: truer than any list until a list has caught up with it. */
export interface OwnAct {
  readonly now: ListRowNow;
  /** When the answer came, on the bridge's clock. */
  readonly at: number;
  readonly refusal?: RowRefusal;
  /** The section in which it was pressed. */
  readonly pressedIn: ListedIn;
}

/** What went wrong with the last request as a whole. */
export type ListProblem = RowRefusal & { readonly lost?: ListAsk };

/** Where the focus goes, once each time `turn` grows: to a row, or to the top of what is offered. */
export interface Focus {
  readonly turn: number;
  readonly ticket?: string;
}

/** Everything a list knows of itself. */
export interface ListState {
  readonly view?: ListView;
  /** Number of the request that brought the view: an answer that was overtaken is passed over. */
  readonly order: number;
  readonly acts: Readonly<Record<string, OwnAct>>;
  readonly sending?: ListAsk | undefined;
  readonly problem?: ListProblem | undefined;
  /** What is read out: what came of the last press. */
  readonly said: string;
  readonly focus: Focus;
}

/** What happens to a list. */
export type ListEvent =
  | { readonly type: 'asked'; readonly ask: ListAsk }
  | {
      readonly type: 'answered';
      readonly ask: ListAsk;
      readonly answer: ListAnswer;
      readonly order: number;
      readonly at: number;
    }
  | { readonly type: 'lost'; readonly ask: ListAsk; readonly sentence: string; readonly remedy: string };

/** A list before anything came. */
export const opening: ListState = { order: 0, acts: {}, said: '', focus: { turn: 0 } };

/** How long, in ms, a desk's lists may lag behind an answer; after that a list is believed. */
export const CAUGHT_UP = 300_000;

type Acts = ListState['acts'];

const acts = (from: Acts, keep: (act: OwnAct) => OwnAct | undefined): Acts =>
  Object.fromEntries(
    Object.entries(from).flatMap(([ticket, act]) => {
      const kept = keep(act);
      return kept ? [[ticket, kept]] : [];
    }),
  );

/** A new press, or a new look, takes the last refusal away. */
const withoutRefusals = (from: Acts): Acts => acts(from, ({ now, at, pressedIn }) => ({ now, at, pressedIn }));

/** The list after an event. */
export function nextState(state: ListState, event: ListEvent): ListState {
  switch (event.type) {
    case 'asked':
      return { ...state, acts: withoutRefusals(state.acts), sending: event.ask, problem: undefined, said: '' };
    case 'answered':
      return answered(state.sending === event.ask ? { ...state, sending: undefined } : state, event);
    case 'lost':
      return lost(state, event);
  }
}

type Answered = Extract<ListEvent, { type: 'answered' }>;

function answered(state: ListState, event: Answered): ListState {
  const { answer, order, at, ask } = event;
  if (!answer.ok && !answer.now) return refusedWhole(state, answer, ask);
  if ('view' in answer) {
    if (order < state.order) return state;
    const fresh = acts(state.acts, act => (act.refusal || at - act.at < CAUGHT_UP ? act : undefined));
    const said = answer.said ?? state.said;
    return { ...state, view: answer.view, order, acts: fresh, problem: undefined, said };
  }
  return pressed(state, event);
}

const isPassing = (code: string): boolean => code === 'unreachable' || code === 'busy';

function refusedWhole(state: ListState, answer: Extract<ListAnswer, { ok: false }>, ask: ListAsk): ListState {
  const { code, sentence, remedy } = answer;
  const mayPass = isPassing(code) || (ask.type === 'list' && code === 'unexpected');
  return { ...state, problem: { sentence, remedy, ...(mayPass ? { lost: ask } : {}) } };
}

const rowsOf = (view: ListView | undefined): readonly ListRowView[] =>
  sections.flatMap(section => view?.[section]?.rows ?? []);

/** The row's title is the one that is known: an answer to a press does not always bring it. */
function titled(now: ListRowNow, state: ListState): ListRowNow {
  const title = now.row.title ?? rowsOf(state.view).find(({ ticket }) => ticket === now.row.ticket)?.title;
  return title === undefined ? now : { ...now, row: { ...now.row, title } };
}

const pressedIn = (state: ListState, ticket: string): ListedIn =>
  sections.find(section => shownRows(state, section).some(({ row }) => row.ticket === ticket)) ?? 'offered';

/** The row below the one that was pressed, or the one above the last. */
function nextTo(state: ListState, ticket: string): string | undefined {
  const rows = shownRows(state, pressedIn(state, ticket));
  const at = rows.findIndex(({ row }) => row.ticket === ticket);
  return (rows[at + 1] ?? rows[at - 1])?.row.ticket;
}

function pressed(state: ListState, { answer, at }: Answered): ListState {
  if (!('now' in answer) || !answer.now) return state;
  const { ticket } = answer.now.row;
  const act = { now: titled(answer.now, state), at, pressedIn: pressedIn(state, ticket) };
  if (!answer.ok) {
    const { sentence, remedy } = answer;
    return { ...state, acts: { ...state.acts, [ticket]: { ...act, refusal: { sentence, remedy } } } };
  }
  const next = nextTo(state, ticket);
  return {
    ...state,
    acts: { ...state.acts, [ticket]: act },
    said: answer.said,
    focus: { turn: state.focus.turn + 1, ...(next === undefined ? {} : { ticket: next }) },
  };
}

/** A look in the background that failed leaves what is there; anything else can be tried again. */
function lost(state: ListState, { ask, sentence, remedy }: Extract<ListEvent, { type: 'lost' }>): ListState {
  const idle = state.sending === ask ? { ...state, sending: undefined } : state;
  return { ...idle, problem: { sentence, remedy, lost: ask } };
}

/** A row as it is shown. */
export interface ShownRow {
  readonly row: ListRowView;
  readonly refusal?: RowRefusal;
}

const shownAct = ({ now, refusal }: OwnAct): ShownRow => ({ row: now.row, ...(refusal ? { refusal } : {}) });

/** Where a pressed row is: a refused one stays where it was pressed, so that the sentence is found. */
const placeOf = ({ now, refusal, pressedIn }: OwnAct): ListRowNow['section'] => (refusal ? pressedIn : now.section);

/**
 * The rows of a section: as listed, but where a press was answered later than the list was made, as answered. What just
 * came in stands on top.
 */
export function shownRows({ view, acts: own }: ListState, section: ListedIn): readonly ShownRow[] {
  const listed = view?.[section]?.rows ?? [];
  const known = new Set(rowsOf(view).map(({ ticket }) => ticket));
  const isTruer = (act: OwnAct, row: ListRowView): boolean =>
    act.refusal !== undefined || act.now.row.version > row.version;
  const inPlace = listed.flatMap((row): ShownRow[] => {
    const act = own[row.ticket];
    if (!act || !isTruer(act, row)) return [{ row }];
    return placeOf(act) === section ? [shownAct(act)] : [];
  });
  const there = new Set(inPlace.map(({ row }) => row.ticket));
  const moved = Object.values(own).filter(act => {
    const { ticket } = act.now.row;
    const isListedNewer = known.has(ticket) && !rowsIn(view, ticket).every(row => isTruer(act, row));
    return placeOf(act) === section && !there.has(ticket) && !isListedNewer;
  });
  return [...moved.reverse().map(shownAct), ...inPlace];
}

const rowsIn = (view: ListView | undefined, ticket: string): readonly ListRowView[] =>
  rowsOf(view).filter(row => row.ticket === ticket);
