import { storyCast } from '../../scripts/workbench/cast';
import { deskForAll, starts, type TestDesk } from './support/desks';

jest.setTimeout(60_000);

const names = ['freshservice', 'jira'] as const;

async function heldByAna(on: TestDesk): Promise<{ on: TestDesk; id: string }> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  return { on, id };
}

const textsOf = async (on: TestDesk, id: string): Promise<string[]> => {
  const { ledger } = (await on.ask(id, 'ana', { type: 'ledger' })) as unknown as {
    ledger: { texts: Record<string, { text: string }> };
  };
  return Object.values(ledger.texts).map(({ text }) => text);
};

describe.each(names)('a packet on %s', name => {
  const desk = deskForAll<TestDesk>(starts[name]);

  it.each([
    ['markup', '<img src=x onerror="alert(1)"> & <b>bold</b> {{mustache}} <%= iparam.fs_api_key %>'],
    ['emoji and other scripts', '🧯👩‍🚒 数据库 قاعدة البيانات ação'],
    ['line separators and odd spaces', 'one\u2028two\u00a0three\r\nfour\tfive'],
    ['a lone half of an emoji', 'broken \ud83e end'],
  ])('keeps %s to the letter', async (_what, text) => {
    const { on, id } = await heldByAna(desk());
    expect(await on.offer(id, 'ana', { diagnosis: text })).toMatchObject({ ok: true });
    expect(await textsOf(on, id)).toContain(text);
    expect(await on.ask(id, 'omar', { type: 'accept' })).toMatchObject({ ok: true });
  });

  it('of a byte more than 8 KB is refused at its fields, of exactly 8 KB is taken', async () => {
    const { on, id } = await heldByAna(desk());
    const rest = { actions: 'a', evidence: 'b', nextAction: 'c' };
    const most = `${'é'.repeat(4094)}`;
    const refused = await on.offer(id, 'ana', { ...rest, diagnosis: `${most}ée` });
    expect(refused).toMatchObject({ ok: false, code: 'packet-too-large', view: { condition: expect.any(String) } });
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed']);
    expect(await on.offer(id, 'ana', { ...rest, diagnosis: `${most}e` })).toMatchObject({ ok: true });
  });

  it('of 80 kB in one field is told to be too long, not misunderstood', async () => {
    const { on, id } = await heldByAna(desk());
    expect(await on.offer(id, 'ana', { evidence: 'x'.repeat(80_000) })).toMatchObject({
      ok: false,
      code: 'packet-too-large',
    });
  });

  it.each([
    ['a deadline in the past', { deadline: '2026-03-02 09:00' }, 'deadline-past', 'deadline'],
    ['a deadline that is no time', { deadline: 'tomorrow-ish' }, 'deadline-past', 'deadline'],
    ['a deadline on a day that does not exist', { deadline: '2026-02-30 10:00' }, 'deadline-past', 'deadline'],
    ['a team nobody knows', { receiver: 'nobody-knows' }, 'unknown-team', undefined],
    ['the team that has it', { receiver: 'contoso-desk' }, 'same-team', undefined],
    ['a reason nobody offers', { reason: 'because' }, 'unknown-reason', undefined],
    ['an empty field', { evidence: '  ' }, 'packet-incomplete', 'evidence'],
  ])('with %s is refused with a sentence and what to do', async (_what, fields, code, field) => {
    const { on, id } = await heldByAna(desk());
    const answer = await on.offer(id, 'ana', fields);
    expect(answer).toMatchObject({
      ok: false,
      code,
      sentence: expect.stringMatching(/\.$/),
      remedy: expect.any(String),
    });
    if (field !== undefined) expect(answer).toHaveProperty(['fields', field]);
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed']);
  });
});

describe('100 kB in one field', () => {
  const jira = deskForAll(starts.jira);
  const freshservice = deskForAll(starts.freshservice);

  it('is told to be too long on Jira', async () => {
    const { on, id } = await heldByAna(jira());
    const answer = await on.offer(id, 'ana', { evidence: 'x'.repeat(102_400) });
    expect(answer).toMatchObject({ ok: false, code: 'packet-too-large' });
  });

  it('does not reach the app on Freshservice, and loses nothing', async () => {
    const { on, id } = await heldByAna(freshservice());
    await expect(on.offer(id, 'ana', { evidence: 'x'.repeat(102_400) })).rejects.toMatchObject({
      shape: { status: 413 },
    });
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed']);
  });
});

describe.each(names)('a panel on %s', name => {
  const desk = deskForAll<TestDesk>(starts[name]);

  it.each([
    ['nothing', null],
    ['an act nobody knows', { type: 'explode' }],
    ['a press without a name', { type: 'accept', actId: 'x' }],
    ['a field too many', { type: 'draft', fields: { receiver: 'a', more: 'b' } }],
  ])('that sends %s is asked to reload', async (_what, request) => {
    const { on, id } = await heldByAna(desk());
    expect(await on.ask(id, 'ana', request as object)).toMatchObject({ ok: false, code: 'bad-request' });
  });

  it('on a ticket that is gone says so', async () => {
    const { on, id } = await heldByAna(desk());
    on.fate.befalls(/^GET .*issue/, { status: 404 });
    const answer = await on.ask(id, 'ana', { type: 'view', ...(name === 'freshservice' ? { ticket: '999' } : {}) });
    expect(answer).toMatchObject({ ok: false, sentence: 'The desk does not have it any more.' });
  });

  it('of somebody whom the agreement does not name shows, and lets them do nothing', async () => {
    const zoe = {
      ...storyCast.people[0]!,
      id: 'zoe',
      name: 'Zoe Hart',
      jiraAccountId: '5b10a2844c20165700ede299g',
      freshserviceAgentId: 21000099,
    };
    const on = await starts[name]({ cast: { ...storyCast, people: [...storyCast.people, zoe] } });
    const id = await on.open();
    expect(await on.ask(id, 'zoe', { type: 'view' })).toMatchObject({ ok: true, view: { task: { actions: [] } } });
    expect(await on.offer(id, 'zoe')).toMatchObject({ ok: false, code: 'not-a-participant' });
    expect(on.types(id)).toEqual(['EscalationOpened']);
    await on.stop();
  });
});

/** The agreement as the desk keeps it is taken for one of a newer Baton, or for itself again. */
const forms = {
  freshservice: (form: number) =>
    `UPDATE fdk_installation SET value = json_set(value, '$.agreement', json_set(value ->> '$.agreement', '$.schema', ${form}) || '') WHERE name = 'iparams'`,
  jira: (form: number) =>
    `UPDATE forge_rows SET value = json_set(value, '$.form', ${form}) WHERE key IN ('agreement:index', 'agreement:directory')`,
} as const;

it.each(names)(
  'an agreement from a newer version on %s is not misread, and everything is there after the update',
  async name => {
    const { on, id } = await heldByAna(await starts[name]());
    const before = on.facts(id);
    on.db.exec(forms[name](99));
    expect(await on.ask(id, 'ana', { type: 'view' })).toMatchObject({
      ok: false,
      code: 'no-agreement',
      remedy: 'Ask your admin to look at the agreement in the settings of Baton.',
    });
    await on.change(id, 'carla', { person: 'carla' });
    expect(on.lines.join('\n')).toMatch(/AgreementError: .*newer/);
    expect(on.facts(id)).toEqual(before);
    on.db.exec(forms[name](1));
    expect(await on.ask(id, 'ana', { type: 'view' })).toMatchObject({ ok: true });
    await on.stop();
  },
);
