import type { AgreementDocument, SettingsAnswer } from '../../shared/src';
import { storyCast } from '../../scripts/workbench/cast';
import savedBeforeVersions from './payloads/savedBeforeVersions.json';
import { askSettings } from './support/askSettings';
import { MORNING, quietDocument, startFreshservice, startJira, type TestDesk } from './support/desks';

const agentOf = (person: string): string =>
  String(storyCast.people.find(({ id }) => id === person)?.freshserviceAgentId);

jest.setTimeout(60_000);

type Freshservice = Awaited<ReturnType<typeof startFreshservice>>;
type Text = { readonly text: { readonly document: AgreementDocument } };

/** The page of settings of an account, and the ticket on which its agreement is signed. */
function settingsOn(on: Freshservice, version: number) {
  const ask = async (person: string, asked: object): Promise<SettingsAnswer> => {
    // People read between two presses, and the platform counts by the minute.
    await on.clock.jump(on.clock.now() + 60_000);
    await on.desk.settle();
    const request = { ...asked, viewer: { timeZone: 'UTC', person: agentOf(person) } };
    return (await on.desk.host.callServerMethod('settings', { request }, 'settings')).response as SettingsAnswer;
  };
  const view = async (person = 'grace') => (await ask(person, { type: 'open' })).view!;
  const act = async (person: string, asked: object) =>
    ask(person, { version, reason: 'Spring review', expected: (await view(person)).revision, ...asked });
  const notes = () =>
    (on.db.prepare('SELECT data FROM freshservice_conversations').all() as { data: string }[]).map(({ data }) => data);
  return {
    ...{ ask, view, act },
    stages: async (person?: string) => (await view(person)).versions.map(({ number, stage }) => `${number} ${stage}`),
    /** Signs as somebody: the code that is shown, written by `writer`. Returns what Baton answers on its ticket. */
    signed: async (person: string, asked: object, writer = person): Promise<string | undefined> => {
      const { confirming } = (await act(person, asked)) as SettingsAnswer & { ok: true };
      await on.say(confirming!.ticket, writer, `Signed: ${confirming!.code}`);
      return notes().at(-1);
    },
  };
}

/** Version 2 of what was entered: the NOC has another name. */
function renamed(document: AgreementDocument): object {
  const { 'northwind-noc': noc, ...teams } = document.teams;
  return { version: 2, teams: { 'northwind-noc': { ...noc, name: 'Northwind night desk' }, ...teams } };
}

/** An account whose parties have both approved version 2. */
async function approvedByBoth() {
  const on = await startFreshservice();
  const settings = settingsOn(on, 2);
  await settings.act('grace', { type: 'draft', on: 1, sections: renamed(quietDocument()) });
  await settings.act('grace', { type: 'propose' });
  await settings.signed('grace', { type: 'approve' });
  await settings.signed('carla', { type: 'approve' });
  return { on, ...settings };
}

/** What a ticket's ledger says of going on under another version. */
const movedIn = (on: TestDesk) => (ticket: string) =>
  on
    .facts(ticket)
    .flatMap(({ type, by, data }) =>
      type === 'TermsReplaced'
        ? [`${by.person} of ${by.party} by ${by.assurance}: from ${data.from} to ${data.terms.version}`]
        : [],
    );

describe('signing on Freshservice', () => {
  it('takes effect only by the note of the one who signs, and then everywhere', async () => {
    const on = await startFreshservice();
    const { ask, act, view, stages, signed } = settingsOn(on, 2);
    expect(await stages()).toEqual(['1 active']);
    expect(await act('grace', { type: 'draft', on: 1, sections: renamed(quietDocument()) })).toMatchObject({
      ok: true,
    });
    expect(await act('grace', { type: 'propose' })).toMatchObject({ ok: true });
    expect(await act('omar', { type: 'approve' })).toMatchObject({ ok: false, code: 'not-allowed' });

    await act('grace', { type: 'approve' });
    expect((await view()).versions[0]?.approvals).toEqual([]);
    await signed('grace', { type: 'approve' }, 'omar');
    expect((await view()).versions[0]?.approvals).toEqual([]);
    expect(await signed('grace', { type: 'approve' })).toContain('Grace Kim approved version 2.');
    await signed('carla', { type: 'approve' });
    expect(await stages()).toEqual(['2 approved', '1 active']);
    await signed('carla', { type: 'activate', open: 'keep' });
    expect(await stages()).toEqual(['2 active', '1 retired']);

    const id = await on.open({ team: 'contoso-desk', person: 'ana' });
    expect(JSON.stringify(await on.offer(id, 'ana'))).toContain('Northwind night desk');
    await signed('grace', { type: 'roll back', version: 1, open: 'keep' });
    const { facts } = (await ask('grace', { type: 'audit' })) as SettingsAnswer & { ok: true };
    expect(facts?.slice(0, 6).map(({ fact: { type, known } }) => `${type} ${known}`)).toContain('RolledBack note');
    expect(facts?.map(({ fact: { type, known } }) => `${type} ${known}`)).toContain('Proposed claimed');
    expect(await stages()).toEqual(['2 retired', '1 active']);
    await on.stop();
  });

  it('moves what is open once a lead says so in a note, and goes on after a crash', async () => {
    const { on, signed, view } = await approvedByBoth();
    const open = [await on.open({ team: 'contoso-desk', person: 'ana' }), await on.open({ team: 'northwind-noc' })];
    await signed('carla', { type: 'activate', open: 'keep' });
    await signed('grace', { type: 'move open' });
    expect((await view()).moving).toMatchObject({ by: { person: 'grace' }, moved: 0, isDone: false });
    on.fate.befalls(/^entity\.update/, 'ends the app');
    await on.until('10:10');
    on.fate.passes();
    expect(open.flatMap(movedIn(on)).length).toBeLessThan(2);
    await on.until('10:40');
    expect((await view()).moving).toMatchObject({ isDone: true });
    expect(open.flatMap(movedIn(on))).toEqual(open.map(() => 'grace of msp by platform: from 1 to 2'));
    await on.stop();
  });

  it('is made up for by the next sweep where Baton died between the activation and what counts', async () => {
    const { on, signed } = await approvedByBoth();
    on.fate.befalls(/^db\.set v:/, 'ends the app once it is done');
    await signed('carla', { type: 'activate', open: 'keep' });
    on.fate.passes();
    const before = await on.open({ team: 'contoso-desk', person: 'ana' });
    expect(JSON.stringify(await on.offer(before, 'ana'))).not.toContain('Northwind night desk');
    await on.until('09:40');
    const after = await on.open({ team: 'contoso-desk', person: 'ana' });
    expect(JSON.stringify(await on.offer(after, 'ana'))).toContain('Northwind night desk');
    await on.stop();
  });
});

/** A site as an earlier version of Baton left it. */
function leave({ db }: Pick<TestDesk, 'db'>): void {
  const row = db.prepare('INSERT INTO forge_rows (store, key, value, created, updated) VALUES (?, ?, ?, ?, ?)');
  for (const { store, key, value } of savedBeforeVersions.rows) {
    row.run(store, key, JSON.stringify(value), MORNING, MORNING);
  }
}

describe('an agreement that Jira saved before versions were kept', () => {
  it('is version 1, goes on counting, and is changed by both and rolled back to like any other', async () => {
    const on = await startJira({ agreement: '' });
    leave(on);
    const ask = (person: string, asked: object) => askSettings(on, person, asked);
    const view = async () => (await ask('grace', { type: 'open' })).view!;
    const stages = async () => (await view()).versions.map(({ number, stage }) => `${number} ${stage}`);
    expect(await stages()).toEqual(['1 active']);
    const id = await on.open({ team: 'contoso-desk', person: 'ana' });
    expect(JSON.stringify(await on.offer(id, 'ana'))).toContain('Northwind NOC');

    const { text } = (await ask('grace', { type: 'text', version: 1 })) as never as Text;
    const steps: [string, object][] = [
      ['grace', { type: 'draft', on: 1, sections: renamed(text.document) }],
      ['grace', { type: 'propose' }],
      ['grace', { type: 'approve' }],
      ['carla', { type: 'approve' }],
      ['carla', { type: 'activate', open: 'keep' }],
      ['grace', { type: 'roll back', version: 1, open: 'keep' }],
    ];
    for (const [person, step] of steps) {
      const { revision: expected } = await view();
      const answer = await ask(person, { version: 2, reason: 'Spring review', expected, ...step });
      expect(answer).toMatchObject({ ok: true });
      if ('open' in step && !('version' in step)) expect(await stages()).toEqual(['2 active', '1 retired']);
    }
    expect(await stages()).toEqual(['2 retired', '1 active']);
    const { facts } = (await ask('grace', { type: 'audit' })) as never as { facts: { fact: { reason: string } }[] };
    expect(facts.at(-1)?.fact.reason).toBe('Saved before versions were kept');
    await on.stop();
  });
});

describe('beginning on Freshservice', () => {
  it('is for the agent whom an admin named, counts by their own note, and only watches', async () => {
    const on = await startFreshservice({ agreement: '' });
    const { ask, act, stages, signed } = settingsOn(on, 1);
    const sections = { ...quietDocument(), version: 1 };
    expect(await ask('grace', { type: 'open' })).toMatchObject({ ok: false, code: 'not-begun' });
    expect(await act('carla', { type: 'draft', sections })).toMatchObject({ ok: true });
    expect(await ask('carla', { type: 'desk', names: [] })).toMatchObject({ ok: true });
    expect(await ask('omar', { type: 'desk', names: [] })).toMatchObject({ ok: false });

    expect(await signed('carla', { type: 'adopt' }, 'omar')).toContain('shown to somebody else');
    expect(await stages('carla')).toEqual(['1 draft']);
    expect(await signed('carla', { type: 'adopt' })).toContain('put in force, to watch by, version 1');
    expect(await stages('grace')).toEqual(['1 active']);
    const { text } = (await ask('grace', { type: 'text', version: 1 })) as never as Text;
    expect(Object.values(text.document.boundaries).map(({ mode }) => mode)).toEqual(['observe', 'observe']);

    const id = await on.open({ team: 'contoso-desk', person: 'ana' });
    expect(on.types(id)).toContain('EscalationOpened');
    expect(await on.desk.askList('ana', { type: 'list', viewer: { timeZone: 'UTC' } })).toMatchObject({ ok: true });
    expect(await on.ask(id, 'ana', { type: 'view' })).toMatchObject({ ok: true });
    await on.until('10:30');
    expect(on.lines.join('\n')).not.toMatch(/Error/);
    await on.stop();
  });
});

describe('agreeing on Jira', () => {
  it('moves what is open to the next version where somebody chose that, once, whatever fails on the way', async () => {
    const on = await startJira();
    const ask = async (person: string, asked: object): Promise<SettingsAnswer> => {
      const accountId = storyCast.people.find(({ id }) => id === person)!.jiraAccountId;
      const payload = { ...asked, viewer: { timeZone: 'UTC' } };
      const call = { moduleKey: 'baton-admin', functionKey: 'settings', payload, accountId, action: 'settings' };
      return (await on.desk.host.invoke({ ...call, extension: { type: 'jira:adminPage' } })) as SettingsAnswer;
    };
    const view = async () => (await ask('grace', { type: 'open' })).view!;
    const act = async (person: string, asked: object) =>
      expect(
        await ask(person, { version: 2, reason: 'Nights too', expected: (await view()).revision, ...asked }),
      ).toMatchObject({ ok: true });
    const open = [await on.open({ team: 'contoso-desk', person: 'ana' }), await on.open({ team: 'northwind-noc' })];
    await act('grace', { type: 'draft', on: 1, sections: { version: 2 } });
    await act('grace', { type: 'propose' });
    await act('grace', { type: 'approve' });
    await act('carla', { type: 'approve' });
    await act('carla', { type: 'activate', open: 'move' });
    on.fate.befalls(/transact/, 'ends the app', 1);
    await on.until('11:30');
    expect((await view()).moving).toMatchObject({ by: { person: 'carla' }, isDone: true });
    expect(open.flatMap(movedIn(on))).toEqual(open.map(() => 'carla of client by platform: from 1 to 2'));
    await on.stop();
  });
});
