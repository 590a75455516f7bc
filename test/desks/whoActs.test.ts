import { storyCast } from '../../scripts/workbench/cast';
import { deskForAll, startFreshservice, startJira, starts, type TestDesk } from './support/desks';

jest.setTimeout(60_000);

const names = ['freshservice', 'jira'] as const;
const decline = { type: 'decline', code: 'wrong-party', why: 'This belongs to the storage vendor' };
const giveBack = { type: 'return', guidance: 'Collect the array log first' };

/** Ana of Contoso's desk has offered it to Northwind's NOC. */
async function offered(on: TestDesk): Promise<string> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  expect(await on.offer(id, 'ana')).toMatchObject({ ok: true });
  await on.until('09:12');
  return id;
}

const native = (person: string, name: TestDesk['name']): string => {
  const { jiraAccountId, freshserviceAgentId } = storyCast.people.find(({ id }) => id === person) ?? {};
  return name === 'jira' ? `${jiraAccountId}` : `${freshserviceAgentId}`;
};

describe.each(names)('on %s the server refuses, whatever the browser sends,', name => {
  const desk = deskForAll<TestDesk>(starts[name]);

  it.each([
    ['the giver who accepts her own offer', 'ana', { type: 'accept' }, 'wrong-party'],
    ['the giver’s colleague who declines it', 'bruno', decline, 'wrong-party'],
    ['the giver’s lead who returns it', 'carla', giveBack, 'wrong-party'],
    ['the receiver who withdraws it', 'omar', { type: 'withdraw' }, 'not-holder'],
    ['somebody of another team of the receiver', 'dana', { type: 'accept' }, 'not-in-team'],
    ['the same who declines it', 'li', decline, 'not-in-team'],
    ['a decision that nobody is asked for', 'grace', { type: 'decide', party: 'msp' }, undefined],
  ])('%s', async (_who, person, act, code) => {
    const on = desk();
    const id = await offered(on);
    const answer = await on.ask(id, person, act);
    expect(answer).toMatchObject({ ok: false, sentence: expect.stringMatching(/\.$/), ...(code ? { code } : {}) });
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed', 'HandoffOffered']);
    expect(on.standing(id)).toBe('offered client/contoso-desk/ana');
  });

  it('an offer of what the other party holds', async () => {
    const on = desk();
    const id = await on.open();
    expect(await on.offer(id, 'omar', { receiver: 'contoso-infra' })).toMatchObject({ ok: false, code: 'not-holder' });
    expect(on.types(id)).toEqual(['EscalationOpened']);
  });

  it('an answer to another ticket’s offer', async () => {
    const on = desk();
    const id = await offered(on);
    const other = await on.open({ title: 'Mail is slow' });
    const sent = { type: 'accept', ...(name === 'jira' ? { ticket: on.desk.nativeId(id) } : {}) };
    expect(await on.ask(other, 'omar', sent)).toMatchObject({ ok: false, code: 'no-offer' });
    expect(on.types(id)).not.toContain('HandoffAccepted');
    expect(on.types(other)).toEqual(['EscalationOpened']);
  });

  it('a party that the browser names itself', async () => {
    const on = desk();
    const id = await offered(on);
    const viewer = { timeZone: 'UTC', party: 'msp' };
    expect(await on.ask(id, 'ana', { type: 'accept', viewer })).toMatchObject({ ok: false, code: 'bad-request' });
    expect(on.types(id)).not.toContain('HandoffAccepted');
  });
});

describe('a colleague’s name in a request on Jira', () => {
  const desk = deskForAll(startJira);

  it('is not read: the runtime says who acts', async () => {
    const on = desk();
    const id = await offered(on);
    const viewer = { timeZone: 'UTC', person: native('omar', 'jira') };
    expect(await on.ask(id, 'dana', { type: 'accept', viewer })).toMatchObject({ ok: false, code: 'not-in-team' });
    expect(await on.ask(id, 'grace', { type: 'accept', viewer })).toMatchObject({ ok: true });
    expect(on.standing(id)).toBe('held msp/northwind-noc/grace');
    expect(on.facts(id).at(-1)).toMatchObject({ by: { person: 'grace', assurance: 'platform' } });
  });

  it('does not open a work item to somebody who may not see it', async () => {
    const on = desk();
    const id = await offered(on);
    on.fate.befalls(/^GET .*issue/, { status: 404 });
    expect(await on.ask(id, 'omar', { type: 'accept' })).toMatchObject({ ok: false, code: 'not-found' });
    expect(on.types(id)).not.toContain('HandoffAccepted');
  });
});

describe('a colleague’s name in a request on Freshservice', () => {
  const asOmar = { viewer: { timeZone: 'UTC', person: native('omar', 'freshservice') } };

  it('is recorded as claimed, and the panel says that it is not confirmed', async () => {
    const on = await startFreshservice();
    const id = await offered(on);
    expect(await on.ask(id, 'dana', { type: 'accept', ...asOmar })).toMatchObject({ ok: true });
    expect(on.facts(id).at(-1)).toMatchObject({
      type: 'HandoffAccepted',
      by: { person: 'omar', assurance: 'claimed' },
    });
    await on.stop();
  });

  it('is disputed by the event of who really took it: custody goes back, both leads are told', async () => {
    const on = await startFreshservice();
    const id = await offered(on);
    // Dana's page gives the ticket to Omar and accepts as him; the event comes six minutes late.
    on.fate.befalls(/^entity\.getAll/, { status: 500 }, 1);
    await on.change(id, 'dana', { team: 'northwind-noc', person: 'omar' });
    expect(await on.ask(id, 'dana', { type: 'accept', ...asOmar })).toMatchObject({ ok: true });
    expect(on.standing(id)).toBe('held msp/northwind-noc/omar');
    await on.until('09:19');
    expect(on.facts(id).find(({ type }) => type === 'IdentityDisputed')).toMatchObject({
      by: { person: 'dana', assurance: 'platform' },
      data: { claimed: 'omar', actor: 'dana', custody: { party: 'client', team: 'contoso-desk', person: 'ana' } },
    });
    expect(on.standing(id)).toBe('held client/contoso-desk/ana');
    expect(nativePlace(on, id)).toEqual({ group_id: 9001, responder_id: 21000011 });
    const [note] = notesWith(on, 'not Omar Said, took this ticket');
    expect(note?.body_text).toMatch(
      /^Baton: Freshservice says that Dana Ruiz, not Omar Said, took this ticket\. Ana Pires, /,
    );
    expect(note?.to_emails).toEqual(['grace@northwind.example', 'carla@contoso.example']);
    await on.stop();
  });

  it('is disputed at once where the event came before the press', async () => {
    const on = await startFreshservice();
    const id = await offered(on);
    // Grace's page gives the ticket to Omar, the event is read, and then the page accepts as him.
    await on.change(id, 'grace', { team: 'northwind-noc', person: 'omar' });
    expect(on.types(id).at(-1)).toBe('MoveFollowedOffer');
    expect(await on.ask(id, 'grace', { type: 'accept', ...asOmar })).toMatchObject({ ok: true });
    await on.desk.settle();
    expect(on.types(id).slice(-3)).toEqual(['HandoffAccepted', 'IdentityDisputed', 'MoveUndone']);
    expect(on.facts(id).at(-2)).toMatchObject({ data: { claimed: 'omar', actor: 'grace' } });
    expect(on.standing(id)).toBe('held client/contoso-desk/ana');
    expect(nativePlace(on, id)).toEqual({ group_id: 9001, responder_id: 21000011 });
    const [note] = notesWith(on, 'Grace Kim, not Omar Said, took this ticket');
    expect(note?.to_emails).toEqual(['grace@northwind.example', 'carla@contoso.example']);
    await on.stop();
  });

  it('stays claimed where the desk refuses the agent’s own update and the service account makes it', async () => {
    const on = await startFreshservice();
    const id = await offered(on);
    const own = { authorization: `Basic ${Buffer.from(`${on.desk.apiKey}:X`).toString('base64')}` };
    const put = { method: 'PUT', path: `/api/v2/tickets/${id}`, query: {}, headers: own };
    await on.desk.rest({ ...put, query: { bypass_mandatory: 'true' }, body: mandatory });
    await on.desk.settle();
    await expect(on.change(id, 'omar', { team: 'northwind-noc', person: 'omar' })).rejects.toMatchObject({
      status: 400,
    });
    expect(await on.ask(id, 'omar', { type: 'accept' })).toMatchObject({ ok: true });
    await on.desk.settle();
    expect(nativePlace(on, id)).toEqual({ group_id: 9101, responder_id: 21000021 });
    expect(on.standing(id)).toBe('held msp/northwind-noc/omar');
    const accepted = on.facts(id).find(({ type }) => type === 'HandoffAccepted');
    expect(accepted).toMatchObject({ by: { person: 'omar', assurance: 'claimed' } });
    await on.until('09:30');
    expect(on.types(id)).not.toContain('AssuranceRaised');
    expect(on.types(id)).not.toContain('IdentityDisputed');
    expect(await on.ask(id, 'omar', { type: 'view' })).toMatchObject({
      view: { confirming: expect.stringContaining('laimed, not confirmed by the desk') },
    });
    await on.stop();
  });

  it('is confirmed by the event where it was their own', async () => {
    const on = await startFreshservice();
    const id = await offered(on);
    on.fate.befalls(/^entity\.getAll/, { status: 500 }, 1);
    await on.change(id, 'omar', { team: 'northwind-noc', person: 'omar' });
    await on.ask(id, 'omar', { type: 'accept' });
    await on.until('09:19');
    expect(on.types(id).slice(-2)).toEqual(['HandoffAccepted', 'AssuranceRaised']);
    expect(on.standing(id)).toBe('held msp/northwind-noc/omar');
    await on.stop();
  });

  it('of somebody who is in no group of their team there is refused', async () => {
    const people = storyCast.people.map(person =>
      person.id === 'omar' ? { ...person, teams: ['northwind-network'] } : person,
    );
    const on = await startFreshservice({ cast: { ...storyCast, people } });
    const id = await offered(on);
    expect(await on.ask(id, 'omar', { type: 'accept' })).toMatchObject({
      ok: false,
      code: 'not-in-team',
      remedy: 'Ask your admin to add you to your team’s agent group.',
    });
    await on.stop();
  });

  it('of an agent Freshservice does not know, or a requester, is refused', async () => {
    const on = await startFreshservice();
    const id = await offered(on);
    for (const person of ['99999999', 'omar', '']) {
      const viewer = { timeZone: 'UTC', person };
      expect(await on.ask(id, 'omar', { type: 'accept', viewer })).toMatchObject({
        ok: false,
        code: 'not-a-participant',
      });
    }
    expect(on.types(id)).not.toContain('HandoffAccepted');
    await on.stop();
  });
});

/** From then on an agent's own update is refused until a category is chosen. */
const mandatory = JSON.stringify({ custom_fields: { baton_mandatory: true } });

const nativePlace = ({ db }: TestDesk, id: string): unknown => {
  const row = db.prepare('SELECT data FROM freshservice_tickets WHERE id = ?').get(Number(id)) as { data: string };
  const { group_id, responder_id } = JSON.parse(row.data) as Record<string, unknown>;
  return { group_id, responder_id };
};

const notesWith = ({ db }: TestDesk, words: string) =>
  (db.prepare('SELECT data FROM freshservice_conversations').all() as { data: string }[])
    .map(({ data }) => JSON.parse(data) as { body_text: string; to_emails: string[] })
    .filter(({ body_text }) => body_text.includes(words));
