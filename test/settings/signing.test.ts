import {
  changedSections,
  decidingCells,
  onlyWatching,
  type AgreementDocument,
  type SettingsAnswer,
} from '../../shared/src';
import { storyDocument } from '../support/agreement';
import { settingsDesk, type Asked } from '../support/agreeing';

const start = Date.parse('2026-03-02T09:00:00Z');
const hour = 3_600_000;

const first: AgreementDocument = { ...onlyWatching(storyDocument()), version: 1 };
const resolving = (version: number, resolve: string): AgreementDocument => {
  const [cell, ...others] = first.matrix;
  return { ...first, version, matrix: [{ ...cell!, targets: { ...cell!.targets, resolve } }, ...others] };
};

type Desk = ReturnType<typeof settingsDesk>;
type Act = Partial<Extract<Asked, { expected: number }>> & { readonly type: string };

const viewOf = (answer: SettingsAnswer) => {
  const { view } = answer;
  if (!view) throw new Error('the answer shows nothing');
  return view;
};
const stages = (answer: SettingsAnswer) => viewOf(answer).versions.map(({ number, stage }) => `${number} ${stage}`);

/** Does something as somebody who has seen all before it. */
async function act(desk: Desk, person: string, asked: Act): Promise<SettingsAnswer> {
  const seen = await desk.ask(person, { type: 'open' });
  const expected = seen.view?.revision ?? 0;
  return desk.ask(person, { reason: 'Spring review', version: 2, expected, ...asked } as Asked);
}

const draft = (document: AgreementDocument, on?: AgreementDocument): Act => ({
  ...{ type: 'draft', version: document.version, sections: changedSections(on ?? {}, document) },
  ...(on ? { on: on.version } : {}),
});

/** A site on which version 1 is in force. */
async function begun(): Promise<Desk> {
  const desk = settingsDesk(start);
  await act(desk, 'admin', draft(first));
  await act(desk, 'admin', { type: 'adopt', version: 1 });
  desk.pass(hour);
  return desk;
}

const second = resolving(2, '2h');

/** The same with version 2 approved by both. */
async function approved(): Promise<Desk> {
  const desk = await begun();
  await act(desk, 'grace', draft(second, first));
  await act(desk, 'grace', { type: 'propose' });
  await act(desk, 'grace', { type: 'approve' });
  await act(desk, 'carla', { type: 'approve' });
  return desk;
}

describe('The agreement in the settings', () => {
  it('is begun by an administrator, who puts the first version in force alone', async () => {
    const desk = await begun();
    expect(stages(await desk.ask('grace', { type: 'open' }))).toEqual(['1 active']);
    expect(desk.entries.at(-1)?.inForce).toMatchObject([{ version: 1, from: start }]);
  });

  it('only watches at first, whatever was sent: by boundary, by cell and by overlay', async () => {
    const desk = settingsDesk(start);
    const [cell, ...others] = storyDocument().matrix;
    const sent: AgreementDocument = {
      ...{ ...storyDocument(), version: 1, matrix: [{ ...cell!, mode: 'pilot' }, ...others] },
      overlays: [
        { id: 'payroll', name: 'Payroll', when: { unit: ['Payroll'] }, cells: { [cell!.id]: { mode: 'enforce' } } },
      ],
    };
    await act(desk, 'admin', draft(sent));
    const adopted = await act(desk, 'admin', { type: 'adopt', version: 1 });
    expect(stages(adopted)).toEqual(['1 active']);
    expect(JSON.stringify(adopted.ok && adopted.text)).not.toMatch(/"mode":"(pilot|enforce)"/);
    const [{ agreement } = {}] = desk.entries.at(-1)?.inForce ?? [];
    expect(decidingCells(agreement!).map(({ mode }) => mode ?? 'observe')).toEqual(
      decidingCells(agreement!).map(() => 'observe'),
    );
    expect(Object.values(agreement!.boundaries).map(({ mode }) => mode)).toEqual(['observe', 'observe']);
  });

  it('is begun once: what an administrator drafts meanwhile is not put in force alone any more', async () => {
    const desk = settingsDesk(start);
    await act(desk, 'admin', draft(first));
    await act(desk, 'admin', draft({ ...first, version: 2 }));
    await act(desk, 'admin', { type: 'adopt', version: 1 });
    expect(await act(desk, 'admin', { type: 'adopt', version: 2 })).toMatchObject({ ok: false });
    expect(await act(desk, 'grace', { type: 'adopt', version: 2 })).toMatchObject({ ok: false, code: 'already-begun' });
    expect(stages(await desk.ask('grace', { type: 'open' }))).toEqual(['2 draft', '1 active']);
  });

  it('keeps no text that is no agreement at all, and what was drafted stays', async () => {
    const desk = await begun();
    await act(desk, 'grace', draft(second, first));
    const hostile = JSON.parse('{"__proto__": {"isAdmin": true}}') as AgreementDocument;
    for (const sections of [{ people: hostile }, { people: { x: 'x'.repeat(400_001) } }]) {
      const asked = { type: 'draft', version: 2, on: 2, sections } as unknown as Act;
      expect(await act(desk, 'grace', asked)).toMatchObject({ ok: false, code: 'not-plain' });
    }
    const kept = await desk.ask('grace', { type: 'text', version: 2 });
    expect(kept).toMatchObject({ ok: true, text: { document: second } });
  });

  it('is then changed only by both: drafted, proposed, approved by each, activated, and rolled back at once', async () => {
    const desk = await approved();
    expect(stages(await desk.ask('ana', { type: 'open' }))).toEqual(['2 approved', '1 active']);
    desk.pass(hour);
    expect(stages(await act(desk, 'carla', { type: 'activate', open: 'keep' }))).toEqual(['2 active', '1 retired']);
    desk.pass(hour);
    const back = await act(desk, 'grace', { type: 'roll back', version: 1, open: 'keep' });
    expect(stages(back)).toEqual(['2 retired', '1 active']);
    expect(desk.entries.at(-1)?.inForce).toMatchObject([{ version: 1, open: 'keep', from: desk.now() }]);
  });

  it('refuses to propose what a pilot in force has frozen, saying what to put back', async () => {
    const desk = settingsDesk(start);
    const frozen = { ...first, pilot: { frozen: ['owners' as const] } };
    await act(desk, 'admin', draft(frozen));
    await act(desk, 'admin', { type: 'adopt', version: 1 });
    const [client, msp] = [frozen.parties.client, { ...frozen.parties.msp, lead: 'omar' }];
    await act(desk, 'grace', draft({ ...frozen, version: 2, parties: { client, msp } }, frozen));
    expect(await act(desk, 'grace', { type: 'propose' })).toMatchObject({
      ...{ ok: false, code: 'has-mistakes' },
      sentence: expect.stringContaining('parties.msp.lead is frozen while the pilot lasts (was grace, would be omar)'),
    });
  });

  it('says how many open tickets a text is about, to who writes or signs it', async () => {
    const desk = await begun();
    const promised = { version: 1, workType: 'incident', cell: 'incident-p1' };
    const row = { stage: 'held', holder: { party: 'msp' }, priority: 1 } as const;
    const rows = [
      { ...row, promised },
      { ...row, promised: { ...promised, version: 7 } },
      { ...row, promised, stage: 'resolved' as const },
      { ...row, priority: 2 as const, promised: { ...promised, cell: 'incident-p2' } },
      row,
    ];
    desk.holds({ rows: rows.map((each, n) => ({ ticket: `${n}`, version: 1, row: each })), isAll: false });
    const sections = changedSections(first, second);
    expect(await desk.ask('carla', { type: 'touched', version: 1, sections })).toMatchObject({
      touched: { touched: 1, untold: 1, earlier: 1, looked: 4, isAll: false, cells: [{ count: 1 }] },
    });
    const broken = { type: 'touched', version: 1, sections: { matrix: 'gone' } } as const;
    expect(await desk.ask('carla', broken)).toMatchObject({ ok: false, code: 'has-mistakes' });
    expect(await desk.ask('omar', { type: 'touched', version: 1 })).toMatchObject({ ok: false, code: 'not-allowed' });
  });

  it('counts from a later date, and what counts until then goes on counting', async () => {
    const desk = await approved();
    const monday = desk.now() + 7 * 24 * hour;
    await act(desk, 'carla', { type: 'activate', from: monday, open: 'keep' });
    expect(desk.entries.at(-1)?.inForce).toMatchObject([{ version: 1 }, { version: 2, from: monday }]);
    expect(stages(await desk.ask('ana', { type: 'open' }))).toEqual(['2 approved', '1 active']);
    desk.pass(7 * 24 * hour);
    expect(stages(await desk.ask('ana', { type: 'open' }))).toEqual(['2 active', '1 retired']);
  });

  it.each<[string, string, string, Act]>([
    ['an agent who drafts', 'not-allowed', 'ana', draft(resolving(3, '1h'), first)],
    ['an agent who approves', 'not-allowed', 'omar', { type: 'approve' }],
    ['an administrator, once something is in force', 'not-a-party', 'admin', { type: 'roll back', open: 'keep' }],
    ['somebody of no party', 'not-a-party', 'stranger', { type: 'approve' }],
    ['who has approved it already', 'wrong-stage', 'grace', { type: 'approve' }],
    ['a second beginning', 'wrong-stage', 'grace', { type: 'adopt' }],
  ])('refuses %s', async (_who, code, person, asked) => {
    const desk = await approved();
    const { length } = desk.entries;
    expect(await act(desk, person, asked)).toMatchObject({ ok: false, code, sentence: expect.stringMatching(/\.$/) });
    expect(desk.entries).toHaveLength(length);
  });

  it('lets nobody appoint themselves by a draft', async () => {
    const desk = await begun();
    const people = { ...first.people, omar: { ...first.people['omar']!, roles: ['approver' as const] } };
    await act(desk, 'grace', draft({ ...first, version: 2, people }, first));
    await act(desk, 'grace', { type: 'propose' });
    expect(await act(desk, 'omar', { type: 'approve' })).toMatchObject({ ok: false, code: 'not-allowed' });
  });

  it('takes the right from an approver who has left; the lead of that party stands in', async () => {
    const desk = settingsDesk(start);
    const parties = { ...first.parties, msp: { ...first.parties.msp, approver: 'li' } };
    await act(desk, 'admin', draft({ ...first, parties }));
    await act(desk, 'admin', { type: 'adopt', version: 1 });
    await act(desk, 'carla', draft(second, first));
    await act(desk, 'carla', { type: 'propose' });
    expect(await act(desk, 'grace', { type: 'approve' })).toMatchObject({ ok: false, code: 'not-allowed' });
    desk.leaves('li');
    expect(await act(desk, 'li', { type: 'approve' })).toMatchObject({ ok: false });
    expect(await act(desk, 'grace', { type: 'approve' })).toMatchObject({ ok: true });
  });

  it('shows who edits at the same time what is other, and overwrites nothing', async () => {
    const desk = await begun();
    const { revision } = viewOf(await desk.ask('carla', { type: 'open' }));
    await act(desk, 'grace', draft(second, first));
    const late = await act(desk, 'carla', { ...draft(resolving(2, '6h'), first), expected: revision });
    expect(late).toMatchObject({
      ok: false,
      code: 'changed-meanwhile',
      changes: [{ path: 'matrix.incident-p1.targets.resolve', before: '6h', after: '2h' }],
    });
    const text = await desk.ask('carla', { type: 'text', version: 2 });
    expect(text).toMatchObject({ text: { document: { version: 2 } } });
    expect(text.ok && changedSections(text.text!.document, second)).toEqual({});
  });

  it('refuses what cannot be used when it is proposed, naming the place, and keeps the draft', async () => {
    const desk = await begun();
    const broken = {
      ...first,
      version: 2,
      parties: { ...first.parties, msp: { ...first.parties.msp, hours: 'never' } },
    };
    await act(desk, 'grace', draft(broken, first));
    expect(await act(desk, 'grace', { type: 'propose' })).toMatchObject({
      ...{ ok: false, code: 'has-mistakes' },
      sentence: expect.stringContaining('parties.msp.hours'),
    });
    expect(stages(await desk.ask('grace', { type: 'open' }))).toEqual(['2 draft', '1 active']);
  });

  it('keeps who did what and why for leads and auditors, newest first, and for nobody else', async () => {
    const desk = await approved();
    const log = await desk.ask('grace', { type: 'audit' });
    expect(log.ok && log.facts?.map(({ fact }) => `${fact.type} ${fact.by.person}`)).toEqual([
      ...['Approved carla', 'Approved grace', 'Proposed grace', 'Drafted grace'],
      ...['Adopted jira:account of admin', 'Drafted jira:account of admin'],
    ]);
    expect(await desk.ask('ana', { type: 'audit' })).toMatchObject({ ok: false, code: 'not-allowed' });
  });
});
