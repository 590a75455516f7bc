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

describe.each(['freshservice', 'jira'] as const)('on %s an offer is sorted before a team is asked', name => {
  it('as what it is, for the team it belongs to, in the desk’s own fields too', async () => {
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
    await on.until('09:30');
    expect(on.types(id)).not.toContain('UnbatonedTransfer');
    expect(on.types(id)).not.toContain('TermsReplaced');
    await on.stop();
  });
});
