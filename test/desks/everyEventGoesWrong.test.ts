import type { Arrival } from '../../scripts/workbench/arrivals';
import { starts, unmetered } from './support/desks';
import { comparable, momentAt, tellEscalation, type Cost, type Trouble } from './support/escalationStory';

jest.setTimeout(300_000);

const names = ['freshservice', 'jira'] as const;

/** The same thing happens to the first, or to the second, event of every moment that has one. */
const befalling = (costs: readonly Cost[], event: Arrival, nth: number): readonly Trouble[] =>
  costs.filter(({ events }) => events >= nth).map(({ moment }) => ({ moment, nth, event }));

type Facts = ReturnType<typeof comparable>;

/** What was told since stands: that Omar's first work was his reply, where his note before it was found later. */
const toldSince = (facts: Facts, moment: string): Facts => {
  const [note, reply = ''] = ['Omar works on it', 'Omar replies'].map(momentAt);
  if (moment !== 'Omar works on it') return facts;
  return facts.map(fact => (fact.type === 'WorkStarted' && fact.at === note ? { ...fact, at: reply } : fact));
};

/** Freshservice lists what changed and not by whom: who took it by themself cannot be told from who was given it. */
const byNobody = (facts: Facts, moment: string): Facts => {
  const of = { 'it is opened': 'EscalationOpened', 'Ana takes it': 'Claimed', 'Ana resolves it': 'Resolved' };
  const type = moment === 'Ana reopens it' ? 'Reopened' : of[moment as keyof typeof of];
  const nobody = { person: undefined, party: undefined, rule: undefined };
  const isOf = (fact: Facts[number]) =>
    fact.type === type || (type === 'EscalationOpened' && fact.type === 'NativeDueRead');
  return facts.map(fact =>
    isOf(fact) ? { ...fact, by: nobody, type: fact.type === 'Claimed' ? 'Passed' : fact.type } : fact,
  ) as Facts;
};

const foundLate = { freshservice: byNobody, jira: toldSince };

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

  it('lost, it is found by looking, and the ledger says the same', async () => {
    const on = await starts[name](unmetered);
    const lost = [...befalling(costs, 'drop', 1), ...befalling(costs, 'drop', 2)];
    const told = await tellEscalation(
      on,
      lost.map(one => [one]),
    );
    expect(told.unstruck).toEqual([]);
    for (const [index, one] of lost.entries()) {
      const facts = comparable(on.facts(told.ids[index] ?? ''));
      expect({ ...one, facts }).toEqual({
        ...one,
        facts: foundLate[name](undisturbed, one.nth === 1 ? one.moment : ''),
      });
    }
    await on.stop();
  });
});
