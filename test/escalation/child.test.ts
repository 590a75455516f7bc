import { tellParent } from '../../shared/src/ledger';
import {
  given,
  heldByAna,
  infra,
  instant,
  moves,
  noc,
  opens,
  reopens,
  resolves,
  story,
  type Story,
} from '../support/story';

/** A child with a ledger of its own in the store of its parent, which Ana holds. */
async function family(): Promise<{
  readonly parent: Story;
  readonly seen: (at: string, child: Story) => Promise<void>;
}> {
  const parent = await heldByAna();
  const seen = async (at: string, child: Story): Promise<void> => {
    const load = (ticket: string) => (ticket === 'child' ? child : parent).ports.ledger.load('4711');
    const ledger = { ...parent.ports.ledger, load };
    const told = { child: 'child', parent: parent.ticket, label: 'SUP-12', now: instant(at) };
    await tellParent({ ...parent.ports, ledger }, told);
  };
  return { parent, seen };
}

const child = (...steps: Parameters<typeof given>[1][]): Promise<Story> =>
  given(
    story(),
    opens('2026-03-02 10:00'),
    ['2026-03-02 10:01', undefined, { type: 'ParentSeen', parent: '4711' }, { rule: 'jira' }],
    ...steps,
  );

const toNoc = moves('2026-03-02 10:05', undefined, noc, undefined, { rule: 'children' });

it('a child has a ledger of its own, that knows its parent', async () => {
  const one = await child();
  expect(await one.open()).toMatchObject({ parent: '4711', status: 'held' });
  await given(one, ['2026-03-02 10:10', undefined, { type: 'ParentSeen', parent: '4711' }, { rule: 'jira' }]);
  expect(await one.factsOf('ParentLinked')).toHaveLength(1);
});

it('given to the other party it is an Ask from its parent, answered when it is resolved', async () => {
  const { parent, seen } = await family();
  const one = await child(toNoc);
  await seen('2026-03-02 10:06', one);
  await seen('2026-03-02 10:07', one);
  const [ask, ...others] = (await parent.open()).asks;
  expect(others).toEqual([]);
  expect(ask).toMatchObject({ kind: 'child', child: 'child', of: { party: 'msp', team: 'northwind-noc' } });
  const due = (await one.clock('2026-03-02 10:06')).dueAt;
  expect(ask?.answerBy).toBe(due);
  await given(one, resolves('2026-03-02 11:00', 'omar'));
  await seen('2026-03-02 11:01', one);
  expect((await parent.open()).asks).toMatchObject([{ ended: 'answered' }]);
});

it('inside the party that holds its parent nothing is asked', async () => {
  const { parent, seen } = await family();
  await seen(
    '2026-03-02 10:06',
    await child(moves('2026-03-02 10:05', undefined, infra, undefined, { rule: 'children' })),
  );
  expect((await parent.open()).asks).toEqual([]);
});

it('reopened it is asked for again', async () => {
  const { parent, seen } = await family();
  const one = await child(toNoc, resolves('2026-03-02 11:00', 'omar'));
  await seen('2026-03-02 11:01', one);
  expect((await parent.open()).asks).toEqual([]);
  await given(one, reopens('2026-03-02 12:00'));
  await seen('2026-03-02 12:01', one);
  expect((await parent.open()).asks).toMatchObject([{ kind: 'child', child: 'child' }]);
});

it('a resolved parent asks nothing', async () => {
  const { parent, seen } = await family();
  await given(parent, resolves('2026-03-02 10:02', 'ana'));
  await seen('2026-03-02 10:06', await child(toNoc));
  expect((await parent.open()).asks).toEqual([]);
});
