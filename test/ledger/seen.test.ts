import { differs, rowOf, type DeskTicket, type State } from '@baton/shared';
import { heldByAna, instant } from '../support/story';

const at = instant('2026-03-02 10:00');

/** A ticket as Ana's desk shows it while nothing has happened since. */
const shown: DeskTicket = {
  id: '101',
  title: 'Payroll database is slow',
  createdAt: instant('2026-03-02 09:00'),
  facts: { workType: 'incident', priority: 2, title: 'Payroll database is slow' },
  placement: { party: 'client', team: 'contoso-desk', person: 'ana' },
  status: { is: 'open' },
};

const rowFor = (state: State) => rowOf(state, at);

describe('a ticket beside its row', () => {
  it('as it was last seen is no news', async () => {
    expect(differs(rowFor(await (await heldByAna()).state()), shown)).toBe(false);
  });

  it.each<[string, Partial<DeskTicket>]>([
    ['given to a colleague', { placement: { party: 'client', team: 'contoso-desk', person: 'carla' } }],
    ['given to the other party', { placement: { party: 'msp', team: 'northwind-noc' } }],
    ['resolved', { status: { is: 'resolved' } }],
    ['waiting for the customer', { status: { is: 'waiting', whom: 'customer' } }],
    ['raised', { facts: { ...shown.facts, priority: 1 } }],
  ])('%s is news', async (_how, change) => {
    expect(differs(rowFor(await (await heldByAna()).state()), { ...shown, ...change })).toBe(true);
  });

  it('that lies where it was last seen astray is no news', async () => {
    const state = await (await heldByAna()).state();
    const native = { party: 'msp', team: 'northwind-noc', person: 'omar' } as const;
    const row = rowFor({ ...state, native } as State);
    expect(differs(row, { ...shown, placement: native })).toBe(false);
    expect(differs(row, shown)).toBe(true);
  });

  it('on which all was said has nothing to be heard, until it is offered or waits', async () => {
    const state = await (await heldByAna()).state();
    const heard = { ...state, worked: ['ana'], firstReplyAt: at } as State;
    expect([rowFor(state).isHeard, rowFor(heard).isHeard]).toEqual([undefined, true]);
    expect(rowFor({ ...heard, uncounted: 'vendor' } as State).isHeard).toBeUndefined();
  });
});
