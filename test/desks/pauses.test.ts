import type { PanelAnswer } from '../../shared/src/panel';
import { starts } from './support/desks';

jest.setTimeout(60_000);

/** When the pause began that the panel lets somebody dispute. */
const sinceOf = ({ view }: PanelAnswer): number | undefined =>
  view?.task.actions.find(({ act }) => act === 'dispute hold')?.since;

describe.each(['freshservice', 'jira'] as const)('on %s a ticket that waits for the customer', name => {
  it('pauses once its holder says so, who must have asked them: found in the conversation', async () => {
    const on = await starts[name]();
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana', status: 'pending' });
    const title = 'Are you waiting for the customer?';
    expect(await on.ask(id, 'ana', { type: 'view' })).toMatchObject({ view: { condition: 'paused', task: { title } } });
    expect(await on.ask(id, 'ana', { type: 'hold' })).toMatchObject({ code: 'nothing-asked' });

    await on.say(id, 'ana', 'Which of the databases is it?', true);
    expect(await on.ask(id, 'ana', { type: 'hold' })).toMatchObject({ ok: true });
    await on.until('10:10');
    expect(on.types(id)).not.toContain('WaitingVoided');

    const since = sinceOf(await on.ask(id, 'omar', { type: 'view' }));
    expect(await on.ask(id, 'omar', { type: 'dispute hold', since })).toMatchObject({ ok: true });
    await on.change(id, 'ana', { status: 'open' });
    expect(on.types(id).slice(-3)).toEqual(['HoldPlaced', 'HoldDisputed', 'WaitingEnded']);
    await on.stop();
  });

  it('has not paused at all where nobody says so in time, as a sweep finds', async () => {
    const on = await starts[name]();
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana', status: 'pending' });
    await on.until('10:00');
    expect(on.types(id).slice(-1)).toEqual(['WaitingVoided']);
    await on.stop();
  });
});
