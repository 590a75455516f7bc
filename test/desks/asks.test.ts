import type { LedgerFact, PanelAnswer } from '@baton/shared';
import { storyText } from '../support/agreement';
import { costOf, starts, type TestDesk } from './support/desks';

jest.setTimeout(120_000);

const vendor = {
  name: 'ACME Storage',
  contractHolder: 'client',
  channels: [{ channel: 'email', address: 'support@acme.example' }],
  caseFields: ['Serial number'],
  commitments: { respond: '2h' },
  hours: 'client-hours',
  dataAgreement: 'DPA-7',
};
const agreement = storyText({ 'vendors.acme': vendor });

interface Told {
  readonly on: TestDesk;
  readonly id: string;
  readonly press: (person: string, request: object) => Promise<PanelAnswer>;
}

async function begun(name: keyof typeof starts): Promise<Told> {
  const on = await starts[name]({ agreement });
  const id = await on.open();
  await on.until('09:05');
  await on.change(id, 'ana', { person: 'ana' });
  const press: Told['press'] = async (person, request) => {
    const answer = await on.ask(id, person, request);
    await on.desk.settle();
    return answer;
  };
  return { on, id, press };
}

const ask = (whom: string, more: object = {}) => ({
  type: 'ask',
  verb: 'ask',
  fields: { whom, kind: 'information', question: 'Which VLAN is db-2 in?', blocking: 'yes', ...more },
});

/** Everything that may be asked, on one ticket. */
async function tell({ on, id, press }: Told): Promise<readonly PanelAnswer[]> {
  const answers: PanelAnswer[] = [];
  const step = async (time: string, person: string, request: object): Promise<void> => {
    await on.until(time);
    answers.push(await press(person, request));
  };
  await step('09:30', 'ana', ask('team northwind-network'));
  await step('09:40', 'li', { type: 'answer ask', ask: 'a1', answer: 'VLAN 42' });
  await step('09:45', 'ana', {
    type: 'ask',
    verb: 'escalate',
    fields: { whom: 'team contoso-infra', question: 'Look' },
  });
  await step('09:50', 'bruno', { type: 'answer ask', ask: 'a2', answer: '' });
  await step('09:55', 'ana', ask('vendor acme', { 'case.Serial number': 'SN-1', reference: '' }));
  await step('10:00', 'ana', { type: 'refer', ask: 'a3', reference: 'CASE-9' });
  await step('12:10', 'ana', { type: 'chase', ask: 'a3' });
  await step('12:30', 'ana', { type: 'answer ask', ask: 'a3', answer: 'By phone: part is on its way' });
  await step('12:35', 'ana', { type: 'ask', verb: 'raise', fields: { whom: 'person grace', question: 'Payroll' } });
  answers.push(await on.offer(id, 'ana'));
  await step('12:40', 'omar', { type: 'need info', question: 'Which array?' });
  await step('12:50', 'ana', { type: 'withdraw' });
  await on.until('13:00');
  await on.change(id, 'ana', { status: 'resolved' });
  return answers;
}

const toldOf = (facts: readonly LedgerFact[]) =>
  facts
    .filter(({ type }) => type !== 'NativeDueRead')
    .map(({ type, at, by: { person, assurance }, data }) => {
      const { escalation: _, terms: __, ...said } = data as { escalation?: string; terms?: object };
      const isAttested = assurance === 'attested';
      return { type, at: new Date(at).toISOString(), person, isAttested, said };
    });

describe('what is asked through both desks', () => {
  it('is the same facts', async () => {
    const told: Record<string, readonly LedgerFact[]> = {};
    for (const name of ['jira', 'freshservice'] as const) {
      const begin = await begun(name);
      const answers = await tell(begin);
      expect(answers.filter(({ ok }) => !ok)).toEqual([]);
      told[name] = begin.on.facts(begin.id);
      await begin.on.stop();
    }
    expect(toldOf(told['freshservice']!)).toEqual(toldOf(told['jira']!));
    expect(told['jira']!.map(({ type }) => type).filter(type => /Ask|Case/.test(type))).toEqual([
      ...['Asked', 'AskAnswered', 'Asked', 'AskAnswered', 'Asked', 'CaseReferred', 'AskChased', 'AskAnswered'],
      ...['Asked', 'Asked', 'AskWithdrawn'],
    ]);
    const assurances = (facts: readonly LedgerFact[]) => [
      ...new Set(facts.filter(({ type }) => type === 'Asked').map(({ by }) => by.assurance)),
    ];
    expect([assurances(told['jira']!), assurances(told['freshservice']!)]).toEqual([['platform'], ['claimed']]);
  });
});

describe.each(['jira', 'freshservice'] as const)('on %s', name => {
  it('the server decides who may ask, answer and chase, and an act costs what acts may cost', async () => {
    const { on, id, press } = await begun(name);
    await on.until('09:30');
    expect(await press('omar', ask('team contoso-infra'))).toMatchObject({ ok: false, code: 'not-holder' });
    expect(await press('ana', ask('vendor acme'))).toMatchObject({ code: 'case-incomplete' });
    const asked = await on.ask(id, 'ana', ask('team northwind-network'), 'ask');
    expect(asked).toMatchObject({ ok: true });
    await on.desk.settle();
    const cost = costOf(on, 'ask');
    const reads = (cost['storage.read'] ?? 0) + (cost['storage.query'] ?? 0) + (cost['entity.read'] ?? 0);
    const writes = (cost['storage.write'] ?? 0) + (cost['entity.write'] ?? 0);
    expect({ reads: reads <= 3, writes: writes <= 3, cost }).toMatchObject({ reads: true, writes: true });
    expect(await press('bruno', { type: 'answer ask', ask: 'a1', answer: 'VLAN 42' })).toMatchObject({
      code: 'not-asked',
    });
    expect(await press('li', { type: 'chase', ask: 'a1' })).toMatchObject({ code: 'not-holder' });
    await on.stop();
  });

  it('the short form comes filled, a vendor’s with its card', async () => {
    const { on, press } = await begun(name);
    await on.until('09:30');
    const form = await press('ana', { type: 'ask form', verb: 'ask', fields: { whom: 'vendor acme' } });
    expect(form).toMatchObject({
      ok: true,
      asking: {
        title: 'Log a case with ACME Storage',
        sends: 'Case logged',
        vendor: { head: ['Title: Payroll database is slow'], mail: { to: 'support@acme.example' } },
      },
    });
    const deadline = form.ok ? form.asking?.fields.find(({ name: field }) => field === 'deadline')?.value : undefined;
    expect(deadline).toBe('2026-03-02 11:30');
    await on.stop();
  });
});
