import { storyDocument, storyText } from '../support/agreement';
import { startFreshservice, startJira, type TestDesk } from './support/desks';

jest.setTimeout(60_000);

type Freshservice = Awaited<ReturnType<typeof startFreshservice>>;

const schedules = ({ db }: TestDesk) =>
  db.prepare('SELECT name, repeat FROM fdk_schedules').all() as { name: string; repeat: string | null }[];

/** What is installed, with some parameters given anew. */
const parameters = ({ db }: TestDesk): Record<string, unknown> => {
  const kept = db.prepare("SELECT value FROM fdk_installation WHERE name = 'iparams'").get() as { value: string };
  return JSON.parse(kept.value) as Record<string, unknown>;
};

/** Takes the app off and installs it again with other parameters: refused with what the admin is shown, or undefined. */
async function installedAnew(on: Freshservice, changes: Record<string, unknown>): Promise<string | undefined> {
  const given = { ...parameters(on), ...changes };
  await on.desk.host.uninstall();
  return on.desk.host.start(given).then(
    () => undefined,
    (refused: Error) => refused.message.replace('The app refused its installation: ', ''),
  );
}

describe('installing on Freshservice', () => {
  it('makes one recurring schedule, and an update makes no second one', async () => {
    const on = await startFreshservice();
    const sweep = [{ name: 'baton-sweep', repeat: '{"time_unit":"minutes","frequency":10}' }];
    expect(schedules(on)).toEqual(sweep);
    on.db.prepare("UPDATE fdk_installation SET value = 'older' WHERE name = 'fingerprint'").run();
    on.desk.host.stop();
    await on.desk.host.start(parameters(on));
    expect(on.fate.operations.filter(operation => operation.startsWith('schedule.create'))).toHaveLength(1);
    expect(schedules(on)).toEqual(sweep);
    await on.stop();
  });

  it('makes the schedule again that an update finds missing', async () => {
    const on = await startFreshservice();
    on.db.exec("DELETE FROM fdk_schedules; UPDATE fdk_installation SET value = 'older' WHERE name = 'fingerprint'");
    on.desk.host.stop();
    await on.desk.host.start(parameters(on));
    expect(schedules(on)).toHaveLength(1);
    await on.stop();
  });

  it('is refused when the schedule cannot be made, and works the next time', async () => {
    const on = await startFreshservice();
    on.fate.befalls(/^schedule\.create/, { status: 500 });
    expect(await installedAnew(on, {})).toBe('Baton could not do this now. Please try again.');
    on.fate.passes();
    await on.stop();
  });

  const broken = storyDocument();
  const tooLong = 'x'.repeat(300);
  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a short ledger key', { ledger_key: 'secret' }, /^The ledger key needs at least 32 characters\.$/],
    ['no ledger key', { ledger_key: '' }, /^The ledger key needs at least 32 characters\.$/],
    [
      'an agreement that is no JSON',
      { agreement: '{ "schema": 1,' },
      /^The agreement is not valid JSON: paste the exported file\.$/,
    ],
    [
      'one from a newer version',
      { agreement: JSON.stringify({ ...broken, schema: 99 }) },
      /^Update Baton: this agreement is from a newer version\.$/,
    ],
    [
      'one that names no such calendar',
      { agreement: storyText({ 'parties.client.hours': 'weekend' }) },
      /^Mend parties\.client\.hours: /,
    ],
    [
      'a channel whose address leads inside',
      {
        agreement: storyText({ channels: { noc: { kind: 'webhook' } } }),
        channel_secrets: '{"noc":{"address":"https://10.0.0.1/x","key":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}}',
      },
      /^Channel noc points to 10\.0\.0\.1/,
    ],
    [
      'one with a value far too long',
      { agreement: storyText({ 'parties.msp.hours': tooLong }) },
      /^Mend parties\.msp\.hours: .*…?$/,
    ],
  ])('is refused with the place and the remedy: %s', async (_what, changes, shown) => {
    const on = await startFreshservice();
    const refused = await installedAnew(on, changes);
    expect(refused).toMatch(shown);
    expect(refused?.length).toBeLessThanOrEqual(60);
    await on.stop();
  });

  it('tells the admin all of it in a line', async () => {
    const on = await startFreshservice();
    const agreement = storyText({ 'parties.client.hours': 'weekend', 'parties.msp.hours': 'never' });
    await installedAnew(on, { agreement });
    expect(on.lines.join('\n')).toMatch(/The agreement has 2 mistakes: .*parties\.msp\.hours.*parties\.client\.hours/);
    await on.stop();
  });

  it('works without an agreement, says so in the panel, and follows nothing', async () => {
    const on = await startFreshservice();
    expect(await installedAnew(on, { agreement: '' })).toBeUndefined();
    const id = await on.open();
    expect(await on.ask(id, 'ana', { type: 'view' })).toMatchObject({ ok: false, code: 'no-agreement' });
    expect(on.types(id)).toEqual([]);
    await on.until('09:30');
    await on.stop();
  });

  it('is undone by uninstalling, even where the schedule is gone', async () => {
    const on = await startFreshservice();
    on.db.exec('DELETE FROM fdk_schedules');
    await on.desk.host.uninstall();
    expect(schedules(on)).toEqual([]);
    await on.stop();
  });
});

describe('installing on Jira', () => {
  it('sets nothing up, and tells the admin what to do next', async () => {
    const on = await startJira({ agreement: '' });
    await on.desk.settle();
    expect(on.lines).toEqual(['Baton is installed. A site administrator saves the agreement on its page under Apps.']);
    expect(on.fate.operations).toEqual([]);
    await on.stop();
  });

  it('puts nothing in force that has mistakes', async () => {
    const on = await startJira({ agreement: storyText({ 'parties.client.hours': 'weekend' }) });
    expect(on.lines.join('\n')).toMatch(/The app refused the agreement: .*parties\.client\.hours/);
    const id = await on.open();
    expect(await on.ask(id, 'ana', { type: 'view' })).toMatchObject({ ok: false });
    await on.stop();
  });

  it('lets only an administrator of the site see what is kept for the desk', async () => {
    const on = await startJira();
    const ana = '5b10a2844c20165700ede211g';
    const answer = await on.desk.host.invoke({
      ...{ moduleKey: 'baton-admin', functionKey: 'desk', accountId: ana },
      ...{ payload: { type: 'channels' }, extension: { type: 'jira:adminPage' } },
    });
    expect(answer).toEqual({ ok: false, sentence: 'Only administrators of this site can do this.', violations: [] });
    await on.stop();
  });
});
