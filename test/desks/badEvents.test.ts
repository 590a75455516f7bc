import { starts, startFreshservice, startJira, type TestDesk } from './support/desks';
import { unmetered } from './support/escalationStory';

jest.setTimeout(120_000);

const names = ['freshservice', 'jira'] as const;
const taken = ['EscalationOpened', 'Claimed'];

async function heldByAna(on: TestDesk): Promise<string> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  on.lines.length = 0;
  return id;
}

/** A change of the desk's own fields through its API, as an automation or a script makes it. */
const asApi = (key: string) => ({ headers: { authorization: `Basic ${Buffer.from(`${key}:X`).toString('base64')}` } });

const onFreshservice = async (on: Awaited<ReturnType<typeof startFreshservice>>, id: string, fields: object) => {
  const answer = await on.desk.rest({
    ...asApi(on.desk.apiKey),
    method: 'PUT',
    path: `/api/v2/tickets/${id}`,
    query: {},
    body: JSON.stringify(fields),
  });
  await on.desk.settle();
  return answer;
};

describe('a ticket on Freshservice that was', () => {
  it.each(['deleted', 'spam'] as const)('%s is told to the admin, and its ledger goes on when it is back', async how => {
    const on = await startFreshservice();
    const id = await heldByAna(on);
    await onFreshservice(on, id, { [how]: true });
    expect(on.lines.join('\n')).toMatch(new RegExp(`Ticket ${id} was (deleted|marked as spam)\\. Its ledger is kept`));
    expect(on.types(id)).toEqual(taken);
    await onFreshservice(on, id, { [how]: false });
    await on.change(id, 'ana', { status: 'resolved' });
    expect(on.types(id)).toEqual([...taken, 'Resolved']);
    await on.stop();
  });
});
