import type { SettingsAnswer } from '../../shared/src';
import { storyCast } from '../../scripts/workbench/cast';
import { startFreshservice } from './support/desks';

const agentOf = (person: string): string =>
  String(storyCast.people.find(({ id }) => id === person)?.freshserviceAgentId);

jest.setTimeout(60_000);

describe('signing on Freshservice', () => {
  it('takes effect only by the note of the one who signs, and then everywhere', async () => {
    const on = await startFreshservice();
    let minute = 0;
    const ask = async (person: string, asked: object): Promise<SettingsAnswer> => {
      // People read between two presses, and the platform counts by the minute.
      await on.until(`09:${String((minute += 1)).padStart(2, '0')}`);
      const request = { ...asked, viewer: { timeZone: 'UTC', person: agentOf(person) } };
      return (await on.desk.host.callServerMethod('settings', { request }, 'settings')).response as SettingsAnswer;
    };
    const view = async () => (await ask('grace', { type: 'open' })).view!;
    const stages = async () => (await view()).versions.map(({ number, stage }) => `${number} ${stage}`);
    const act = async (person: string, asked: object) =>
      ask(person, { version: 2, reason: 'Spring review', expected: (await view()).revision, ...asked });
    /** Signs as somebody: the code that is shown, written by `writer`. */
    const signed = async (person: string, asked: object, writer = person): Promise<void> => {
      const { confirming } = (await act(person, asked)) as SettingsAnswer & { ok: true };
      await on.say(confirming!.ticket, writer, `Signed: ${confirming!.code}`);
      await on.desk.settle();
    };
    expect(await stages()).toEqual(['1 active']);
    const teams = {
      ...JSON.parse(
        JSON.stringify(
          ((await ask('grace', { type: 'open' })) as never as { text: { document: { teams: Record<string, object> } } })
            .text.document.teams,
        ),
      ),
    };
    teams['northwind-noc'].name = 'Northwind night desk';
    expect(await act('grace', { type: 'draft', on: 1, sections: { version: 2, teams } })).toMatchObject({ ok: true });
    expect(await act('grace', { type: 'propose' })).toMatchObject({ ok: true });
    expect(await act('omar', { type: 'approve' })).toMatchObject({ ok: false, code: 'not-allowed' });

    await act('grace', { type: 'approve' });
    expect((await view()).versions[0]?.approvals).toEqual([]);
    await signed('grace', { type: 'approve' }, 'omar');
    expect((await view()).versions[0]?.approvals).toEqual([]);
    await signed('grace', { type: 'approve' });
    await signed('carla', { type: 'approve' });
    expect(await stages()).toEqual(['2 approved', '1 active']);
    await signed('carla', { type: 'activate', open: 'keep' });
    expect(await stages()).toEqual(['2 active', '1 retired']);

    const id = await on.open({ team: 'contoso-desk', person: 'ana' });
    expect(JSON.stringify(await on.offer(id, 'ana'))).toContain('Northwind night desk');
    await signed('grace', { type: 'roll back', version: 1, open: 'keep' });
    expect(await stages()).toEqual(['2 retired', '1 active']);
    await on.stop();
  });
});
