import type { ListAnswer, ListRowView, ListView } from '../../shared/src/panel';
import {
  CAUGHT_UP,
  nextState,
  opening,
  shownRows,
  type ListEvent,
  type ListState,
} from '../../shared/ui/list/listState';

const row = (ticket: string, version: number, more: Partial<ListRowView> = {}): ListRowView => ({
  ...{ ticket, version, label: `#${ticket}`, title: `Title ${ticket}`, priority: 'P2', who: 'You', owed: 'Resolve' },
  ...more,
});
const section = (rows: readonly ListRowView[]) => ({ title: '', rows, empty: '' });
const view = (offered: readonly ListRowView[], ours: readonly ListRowView[]): ListView => ({
  ...{ title: 'Northwind', asOf: 'As of 12:05', offered: section(offered), ours: section(ours) },
  people: { title: 'Who is there', people: [] },
});

const look = { type: 'list' } as const;
const press = (ticket: string) => ({ type: 'accept', ticket, handoff: 'h1', actId: 'press-0001' }) as const;

let order = 0;
const listed = (seen: ListView, at = 0): ListEvent => ({
  ...{ type: 'answered', ask: look, answer: { ok: true, view: seen }, order: (order += 1), at },
});
const answered = (ticket: string, answer: ListAnswer, at = 0): ListEvent => ({
  ...{ type: 'answered', ask: press(ticket), answer, order: (order += 1), at },
});
const after = (...events: readonly ListEvent[]): ListState => events.reduce(nextState, opening);
const tickets = (state: ListState) => ({
  offered: shownRows(state, 'offered').map(one => one.row.ticket),
  ours: shownRows(state, 'ours').map(one => one.row.ticket),
});

const two = view([row('1', 3), row('2', 3)], [row('9', 5)]);
const accepted = answered('1', { ok: true, now: { section: 'ours', row: row('1', 4) }, said: '#1 is yours now.' });

describe('an accepted row', () => {
  it('is ours at once, on top, and says so', () => {
    const state = after(listed(two), accepted);
    expect(tickets(state)).toEqual({ offered: ['2'], ours: ['1', '9'] });
    expect(state.said).toBe('#1 is yours now.');
  });

  it('is not brought back by a list that lags behind', () => {
    expect(tickets(after(listed(two), accepted, listed(two)))).toEqual({ offered: ['2'], ours: ['1', '9'] });
    const dropped = view([row('2', 3)], [row('9', 5)]);
    expect(tickets(after(listed(two), accepted, listed(dropped)))).toEqual({ offered: ['2'], ours: ['1', '9'] });
  });

  it('is where the list has it once the list has caught up', () => {
    const caughtUp = view([row('2', 3)], [row('9', 5), row('1', 4)]);
    expect(tickets(after(listed(two), accepted, listed(caughtUp))).ours).toEqual(['9', '1']);
    const offeredAnew = view([row('1', 6), row('2', 3)], []);
    expect(tickets(after(listed(two), accepted, listed(offeredAnew)))).toEqual({ offered: ['1', '2'], ours: [] });
  });

  it('is left to the list after five minutes', () => {
    const gone = view([], []);
    expect(tickets(after(listed(two), accepted, listed(gone, CAUGHT_UP - 1))).ours).toEqual(['1']);
    expect(tickets(after(listed(two), accepted, listed(gone, CAUGHT_UP))).ours).toEqual([]);
  });

  it('keeps the title that was known', () => {
    const { title: _, ...untitled } = row('1', 4);
    const state = after(listed(two), answered('1', { ok: true, now: { section: 'ours', row: untitled }, said: '' }));
    expect(shownRows(state, 'ours')[0]?.row.title).toBe('Title 1');
  });

  it('gives the focus to the next row, to the one above where it was the last, or to the top', () => {
    expect(after(listed(two), accepted).focus).toEqual({ turn: 1, ticket: '2' });
    const last = answered('2', { ok: true, now: { section: 'ours', row: row('2', 4) }, said: '' });
    expect(after(listed(two), last).focus).toEqual({ turn: 1, ticket: '1' });
    expect(after(listed(two), accepted, last).focus).toEqual({ turn: 2 });
  });
});

describe('a refused row', () => {
  const why = { code: 'already-answered', sentence: 'Grace has it.', remedy: 'Talk to her.' };
  const refused = answered('1', { ok: false, ...why, now: { section: 'ours', row: row('1', 4, { who: 'Grace' }) } });

  it('stays where it was pressed, as it is now, with the sentence', () => {
    const state = after(listed(two), refused);
    expect(tickets(state)).toEqual({ offered: ['1', '2'], ours: ['9'] });
    expect(shownRows(state, 'offered')[0]).toMatchObject({
      row: { who: 'Grace' },
      refusal: { sentence: 'Grace has it.' },
    });
  });

  it('keeps its sentence through looks in the background, until the next press', () => {
    const quiet = after(listed(two), refused, listed(view([row('2', 3)], [row('1', 4), row('9', 5)])));
    expect(tickets(quiet)).toEqual({ offered: ['1', '2'], ours: ['9'] });
    const loud = nextState(quiet, { type: 'asked', ask: look });
    expect(tickets(loud)).toEqual({ offered: ['2'], ours: ['1', '9'] });
  });
});

describe('a request without an answer', () => {
  it('leaves the rows, and the very same press can be tried again', () => {
    const asked: ListEvent = { type: 'asked', ask: press('1') };
    const lost: ListEvent = { type: 'lost', ask: asked.ask, sentence: 'No answer', remedy: 'Try again' };
    const state = after(listed(two), asked, lost);
    expect(tickets(state).offered).toEqual(['1', '2']);
    expect(state).toMatchObject({ sending: undefined, problem: { lost: { actId: 'press-0001' } } });
  });

  it('that the backend itself could not reach can be tried again too; a stranger cannot try', () => {
    const busy = { ok: false, code: 'busy', sentence: 'Busy', remedy: '' } as const;
    expect(after(answered('1', busy)).problem?.lost).toBeDefined();
    const stranger = { ...busy, code: 'not-a-participant' } as const;
    expect(after(answered('1', stranger)).problem).toEqual({ sentence: 'Busy', remedy: '' });
  });

  it('that was overtaken is passed over', () => {
    const late = listed(view([], []));
    const early = listed(two);
    expect(tickets(after(early, late)).offered).toEqual(['1', '2']);
  });
});
