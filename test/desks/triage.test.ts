import type { FreshserviceDesk } from '../../scripts/workbench/freshservice';
import type { JiraDesk } from '../../scripts/workbench/jira';
import { storyText } from '../support/agreement';
import { starts, type TestDesk } from './support/desks';

jest.setTimeout(60_000);

/** What is offered to the provider is sorted by its coordinator first. */
const agreement = storyText({
  'boundaries.client>msp.triage': true,
  'boundaries.client>msp.targets.triage': '20m',
});

describe.each(['freshservice', 'jira'] as const)('on %s', name => {
  it('an offer is sorted before a team is asked, and a lead lets it go back without a handoff', async () => {
    const on: TestDesk<FreshserviceDesk | JiraDesk> = await starts[name]({ agreement });
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
    await on.offer(id, 'ana');
    expect(await on.ask(id, 'omar', { type: 'accept' })).toMatchObject({ ok: false, code: 'not-the-sorter' });

    const reclassified = await on.ask(id, 'grace', { type: 'reclassify', as: 'incident 3' });
    expect(reclassified).toMatchObject({ ok: true, view: { condition: 'to triage' } });
    await on.until('09:12');
    const inbox = await on.desk.askList('grace', { viewer: { timeZone: 'UTC' }, type: 'list' });
    expect(inbox).toMatchObject({
      view: { triage: { rows: [{ priority: 'P3', acceptLabel: 'Accept for Northwind NOC' }] } },
    });

    expect(await on.ask(id, 'grace', { type: 'accept', team: 'northwind-network' })).toMatchObject({ ok: true });
    await on.desk.settle();
    expect(on.standing(id)).toBe('held msp/northwind-network/-');
    expect(on.desk.tickets().find(ticket => ticket.id === id)).not.toHaveProperty('person');
    await on.change(id, 'li', { person: 'li' });
    const leave = { question: 'All hands on the outage', deadline: '2026-03-02 10:30' };
    expect(await on.ask(id, 'li', { type: 'ask', verb: 'override', fields: leave })).toMatchObject({
      code: 'not-a-lead',
    });
    const asked = await on.ask(id, 'grace', { type: 'ask', verb: 'override', fields: leave });
    // On Freshservice pressing is not enough: she writes the words that her panel shows.
    const words = /Baton approve \S+/.exec(JSON.stringify(asked))?.[0];
    expect(words === undefined).toBe(name === 'jira');
    if (words !== undefined) await on.say(id, 'grace', words);
    await on.until('09:30');
    await on.change(id, 'li', { person: 'ana', team: 'contoso-desk' });
    expect(on.standing(id)).toBe('held client/contoso-desk/ana');
    expect(await on.ask(id, 'ana', { type: 'judge', verdict: 'should not' })).toMatchObject({ ok: true });
    expect(on.types(id).filter(type => /Routed|Judged|Override/.test(type))).toEqual([
      ...['OverrideAsked', 'OverrideApproved', 'Routed', 'OverrideUsed', 'EscalationJudged'],
    ]);
    expect(on.types(id)).not.toContain('UnbatonedTransfer');
    expect(on.types(id)).not.toContain('TermsReplaced');
    await on.stop();
  });
});
