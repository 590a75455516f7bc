import { LATE } from '../../scripts/workbench/arrivals';
import { starts, type TestDesk } from './support/desks';

jest.setTimeout(60_000);

const names = ['freshservice', 'jira'] as const;

/** A ticket whose ledger is open; what happens next meets the faults. */
async function opened(name: (typeof names)[number]): Promise<{ on: TestDesk; id: string }> {
  const on = await starts[name]();
  const id = await on.open();
  await on.until('09:10');
  return { on, id };
}

const taken = ['EscalationOpened', 'Claimed'];
const spoken = [...taken, 'WorkStarted'];

describe.each(names)('on %s a product event', name => {
  it('comes twice and is one fact', async () => {
    const { on, id } = await opened(name);
    on.faults.add({ deliveries: 'duplicate', count: 1 });
    const before = on.costs.list().length;
    await on.say(id, 'ana', 'The replica lags by forty seconds.');
    expect(on.costs.list().length - before).toBe(2);
    expect(on.types(id)).toEqual(['EscalationOpened', 'WorkStarted']);
    await on.stop();
  });

  it('comes late, when the clock says so and not before', async () => {
    const { on, id } = await opened(name);
    on.faults.add({ deliveries: 'delay', count: 2 });
    await on.change(id, 'ana', { person: 'ana' });
    expect(on.types(id)).toEqual(['EscalationOpened']);
    await on.clock.jump(on.clock.now() + LATE - 1);
    await on.desk.settle();
    expect(on.types(id)).toEqual(['EscalationOpened']);
    await on.clock.jump(on.clock.now() + 1);
    await on.desk.settle();
    expect(on.types(id)).toEqual(taken);
    await on.stop();
  });

  it('is overtaken by the next', async () => {
    const { on, id } = await opened(name);
    await on.change(id, 'ana', { person: 'ana' });
    on.faults.add({ deliveries: 'reorder', count: 1 });
    await on.say(id, 'ana', 'The replica lags by forty seconds.');
    expect(on.types(id)).toEqual(taken);
    await on.until('09:12');
    await on.change(id, 'ana', { priority: 3 });
    expect(on.types(id)).toEqual([...taken, 'TermsReplaced', 'WorkStarted']);
    await on.stop();
  });

  it('that nothing overtakes comes all the same', async () => {
    const { on, id } = await opened(name);
    await on.change(id, 'ana', { person: 'ana' });
    on.faults.add({ deliveries: 'reorder', count: 1 });
    await on.say(id, 'ana', 'The replica lags by forty seconds.');
    await on.until('09:30');
    expect(on.types(id)).toEqual(spoken);
    await on.stop();
  });

  it('never comes, and is found by looking', async () => {
    const { on, id } = await opened(name);
    await on.change(id, 'ana', { person: 'ana' });
    on.faults.add({ deliveries: 'drop', count: 1 });
    await on.say(id, 'ana', 'The replica lags by forty seconds.');
    expect(on.types(id)).toEqual(taken);
    await on.until('10:30');
    expect(on.types(id)).toEqual(spoken);
    expect(on.faults.struck()).toMatchObject([{ desk: name, fault: { deliveries: 'drop', count: 1 } }]);
    await on.stop();
  });
});

describe.each(names)('on %s the second write from now', name => {
  const offered = async (then: 'fail' | 'crash', done: boolean) => {
    const { on, id } = await opened(name);
    await on.change(id, 'ana', { person: 'ana' });
    on.faults.add({ storageWrite: name === 'jira' ? 1 : 2, then, done });
    const answer = await on.offer(id, 'ana').catch(() => 'cut short');
    const isStored = on.types(id).includes('HandoffOffered');
    const answered = typeof answer === 'object' && !answer.ok ? answer.code : answer;
    expect(on.faults.coming()).toEqual([]);
    await on.stop();
    return [answered, isStored];
  };

  it('fails before it is done', async () => expect(await offered('fail', false)).toEqual(['unreachable', false]));
  it('is done and its answer lost', async () => expect(await offered('fail', true)).toEqual(['unreachable', true]));
  it('kills the app before it is done', async () =>
    expect(await offered('crash', false)).toEqual(['cut short', false]));
  it('kills the app after it is done', async () => expect(await offered('crash', true)).toEqual(['cut short', true]));
});

describe('a fault', () => {
  it('for one desk leaves the other alone, happens once, and can be taken back', async () => {
    const { on, id } = await opened('jira');
    on.faults.add({ deliveries: 'drop', count: 5, desk: 'freshservice' });
    on.faults.add({ storageWrite: 9, then: 'fail' });
    await on.change(id, 'ana', { person: 'ana' });
    expect(on.types(id)).toEqual(taken);
    expect(on.faults.coming()).toMatchObject([{ left: 5 }, { left: 8 }]);
    on.faults.clear();
    expect(on.faults.coming()).toEqual([]);
    await on.stop();
  });
});
