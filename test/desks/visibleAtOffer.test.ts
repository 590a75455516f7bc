import { storyDocument } from '../support/agreement';
import { startFreshservice, startJira, type TestDesk } from './support/desks';

jest.setTimeout(60_000);

/** The receivers' group cannot see the giver's tickets, so an offer shows them. */
function agreement(): string {
  const document = storyDocument();
  document.boundaries['client>msp'].visibleAtOffer = true;
  return JSON.stringify(document);
}

async function offered(on: TestDesk): Promise<string> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  await on.offer(id, 'ana');
  await on.desk.settle();
  return id;
}

const lies = (on: TestDesk, id: string) => on.desk.tickets().find(ticket => ticket.id === id);

describe('a boundary that says visible at offer', () => {
  it('moves the group with the offer, never custody', async () => {
    const on = await startFreshservice({ agreement: agreement() });
    const id = await offered(on);
    expect(lies(on, id)).toMatchObject({ team: 'northwind-noc' });
    expect(on.standing(id)).toBe('offered client/contoso-desk/ana');
    expect(on.types(id)).toContain('MoveFollowedOffer');
    await on.stop();
  });

  it('gives the ticket back to the giver when the offer is declined', async () => {
    const on = await startFreshservice({ agreement: agreement() });
    const id = await offered(on);
    await on.until('09:15');
    await on.ask(id, 'omar', { type: 'decline', code: 'no-capacity', why: 'Two of us are off today' });
    await on.desk.settle();
    expect(lies(on, id)).toMatchObject({ team: 'contoso-desk', person: 'ana' });
    expect(on.standing(id)).toBe('held client/contoso-desk/ana');
    await on.stop();
  });

  it('lets the receiver accept as ever', async () => {
    const on = await startFreshservice({ agreement: agreement() });
    const id = await offered(on);
    await on.ask(id, 'omar', { type: 'accept' });
    await on.desk.settle();
    expect(lies(on, id)).toMatchObject({ team: 'northwind-noc', person: 'omar' });
    expect(on.standing(id)).toBe('held msp/northwind-noc/omar');
    await on.stop();
  });

  it('changes nothing on Jira, where the assignee stays with custody', async () => {
    const on = await startJira({ agreement: agreement() });
    const id = await offered(on);
    expect(lies(on, id)).toMatchObject({ person: 'ana' });
    await on.stop();
  });

  it('is off unless the agreement says it', async () => {
    const on = await startFreshservice();
    const id = await offered(on);
    expect(lies(on, id)).toMatchObject({ team: 'contoso-desk', person: 'ana' });
    await on.stop();
  });
});
