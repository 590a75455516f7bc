import type { Arrival } from '../../scripts/workbench/arrivals';
import { starts } from './support/desks';
import { comparable, tellEscalation, unmetered, type Cost, type Trouble } from './support/escalationStory';

jest.setTimeout(300_000);

const names = ['freshservice', 'jira'] as const;

/** The same thing happens to the first, or to the second, event of every moment that has one. */
const befalling = (costs: readonly Cost[], event: Arrival, nth: number): readonly Trouble[] =>
  costs.filter(({ events }) => events >= nth).map(({ moment }) => ({ moment, nth, event }));

/**
 * What a ledger still lacks after later events and sweeps when the first event of a moment never came: only what that
 * event alone told. Reconciliation, asking the desk what was missed, is to empty this table.
 */
const lacking: Record<(typeof names)[number], Readonly<Record<string, readonly string[]>>> = {
  freshservice: {
    'it is opened': ['Claimed'],
    'Ana works on it': ['WorkStarted'],
    'Omar replies': ['FirstReplySent'],
    'Ana resolves it': ['Resolved', 'Reopened'],
    'Ana reopens it': ['Reopened'],
  },
  jira: {
    'Ana works on it': ['WorkStarted'],
    'Omar replies': ['FirstReplySent'],
    'Ana resolves it': ['Resolved'],
    'Ana reopens it': ['Reopened'],
  },
};

/** What is left of a list when each of these is taken out of it once. */
const without = (list: readonly string[], taken: readonly string[]): readonly string[] =>
  taken.reduce((left, one) => left.filter((_, index) => index !== left.indexOf(one)), list);

describe.each(names)('on %s, whatever becomes of any event of a whole escalation,', name => {
  let undisturbed: ReturnType<typeof comparable>;
  let costs: readonly Cost[];

  beforeAll(async () => {
    const on = await starts[name](unmetered);
    const told = await tellEscalation(on, [[]]);
    undisturbed = comparable(on.facts(told.ids[0] ?? ''));
    costs = told.costs;
    await on.stop();
  });

  it('doubled, late or out of order, the ledger says the same', async () => {
    const ways = (['duplicate', 'delay', 'reorder'] as const).flatMap(event => [1, 2].map(nth => ({ event, nth })));
    const on = await starts[name](unmetered);
    const told = await tellEscalation(
      on,
      ways.map(({ event, nth }) => befalling(costs, event, nth)),
    );
    expect(told.unstruck).toEqual([]);
    for (const [index, id] of told.ids.entries()) {
      expect({ ...ways[index], facts: comparable(on.facts(id)) }).toEqual({ ...ways[index], facts: undisturbed });
    }
    await on.stop();
  });

  it('lost, what it alone told is lacking and nothing else, and custody is where it was', async () => {
    const on = await starts[name](unmetered);
    const lost = [...befalling(costs, 'drop', 1), ...befalling(costs, 'drop', 2)];
    const told = await tellEscalation(
      on,
      lost.map(one => [one]),
    );
    expect(told.unstruck).toEqual([]);
    for (const [index, { moment, nth }] of lost.entries()) {
      const id = told.ids[index] ?? '';
      const lacks = nth === 1 ? (lacking[name][moment] ?? []) : [];
      const types = without(
        undisturbed.map(({ type }) => type),
        lacks,
      );
      const has = comparable(on.facts(id)).map(({ type }) => type);
      expect({ moment, nth, types: [...has].sort() }).toEqual({ moment, nth, types: [...types].sort() });
      expect({ moment, standing: on.standing(id).split(' ')[1] }).toEqual({
        moment,
        standing: 'client/contoso-desk/ana',
      });
    }
    await on.stop();
  });
});
