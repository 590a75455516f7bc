import { Webhook } from 'standardwebhooks';
import { custodian, isUncounted } from '../../shared/src/escalation';
import { clear, enveloped, KEY, NEXT_KEY, raise, signed, storyDesk, type StoryDesk } from './alertDesk';

const typesOf = async (desk: StoryDesk, ticket = '100'): Promise<string[]> =>
  (await desk.facts(ticket)).map(({ type }) => type);

const whereIs = async (desk: StoryDesk, ticket = '100'): Promise<unknown> => {
  const state = await desk.state(ticket);
  return state.status === 'unopened' ? undefined : custodian(state);
};

describe('an alert that a source of the agreement signed', () => {
  it('opens a ticket at the priority and with the team that its severity names, and the ledger says why', async () => {
    const desk = storyDesk();
    expect(await desk.knock(signed(raise()))).toEqual({ status: 202, sentence: 'Taken.' });
    expect(desk.orders).toMatchObject([{ title: 'Disk full on db-2', priority: 1, team: 'northwind-noc' }]);
    expect(await whereIs(desk)).toEqual({ party: 'msp', team: 'northwind-noc' });
    const opened = (await desk.facts('100')).find(({ type }) => type === 'AlertOpened');
    expect(opened?.data).toMatchObject({ source: 'nagios', severity: 'critical', tell: ['omar'] });
  });

  it('is taken as the published library signs it, and with its signature as fields of the body', async () => {
    const desk = storyDesk();
    const at = new Date('2026-03-02T10:00:00Z');
    const signature = new Webhook(KEY).sign('msg_lib', at, raise());
    const headers = {
      'webhook-id': 'msg_lib',
      'webhook-timestamp': String(at.getTime() / 1000),
      'webhook-signature': signature,
    };
    expect((await desk.knock({ headers, body: raise() })).status).toBe(202);
    expect((await desk.knock(enveloped(raise({ key: 'other' }), { id: 'msg_2' }))).status).toBe(202);
    expect(desk.tickets).toHaveLength(2);
  });

  it('that an unknown severity has opens what the agreement says of the rest', async () => {
    const desk = storyDesk();
    await desk.knock(signed(raise({ severity: 'who knows' })));
    expect(desk.orders).toMatchObject([{ priority: 3, team: 'contoso-desk' }]);
  });

  it('that is raised again joins the open ticket: written down at first, then every quarter of an hour, counted', async () => {
    const desk = storyDesk();
    for (let minute = 0; minute < 40; minute += 1) {
      const at = `2026-03-02 10:${String(minute).padStart(2, '0')}`;
      await desk.knock(signed(raise(), { at, id: `msg_${minute}` }), at);
    }
    expect(desk.tickets).toEqual(['100']);
    const repeats = (await desk.facts('100')).flatMap(fact => (fact.type === 'AlertRepeated' ? [fact.data.times] : []));
    expect(repeats).toEqual([1, 15, 15]);
  });

  it('that comes twice under one id is taken once', async () => {
    const desk = storyDesk();
    await desk.knock(signed(raise()));
    expect(await desk.knock(signed(raise()))).toEqual({ status: 200, sentence: 'Taken before.' });
    expect(await typesOf(desk)).toEqual(['EscalationOpened', 'AlertOpened']);
  });

  it('that is over before anybody had it closes the ticket, which counts nowhere; raised again it opens another', async () => {
    const desk = storyDesk();
    await desk.knock(signed(raise()));
    await desk.knock(signed(clear(), { at: '2026-03-02 10:05', id: 'msg_2' }), '2026-03-02 10:05');
    expect(await typesOf(desk)).toEqual(['EscalationOpened', 'AlertOpened', 'AlertCleared', 'Resolved']);
    const state = await desk.state('100');
    expect(state.status !== 'unopened' && isUncounted(state)).toBe(true);
    await desk.knock(signed(raise(), { at: '2026-03-02 10:10', id: 'msg_3' }), '2026-03-02 10:10');
    expect(desk.tickets).toEqual(['100', '101']);
  });

  it('that is over after somebody took it only tells them', async () => {
    const desk = storyDesk();
    await desk.knock(signed(raise()));
    const omar = { party: 'msp', team: 'northwind-noc', person: 'omar' };
    await desk.happens('100', '2026-03-02 10:02', { type: 'TicketMoved', to: omar }, 'omar');
    await desk.knock(signed(clear(), { at: '2026-03-02 10:05', id: 'msg_2' }), '2026-03-02 10:05');
    const state = await desk.state('100');
    expect(state).toMatchObject({ status: 'held' });
    expect(state.status !== 'unopened' && isUncounted(state)).toBe(false);
    expect(await whereIs(desk)).toEqual(omar);
    await desk.knock(signed(raise(), { at: '2026-03-02 10:10', id: 'msg_3' }), '2026-03-02 10:10');
    expect(desk.tickets).toEqual(['100']);
  });

  it('that was over before it came in opens nothing', async () => {
    const desk = storyDesk();
    await desk.knock(signed(clear(), { at: '2026-03-02 10:05', id: 'msg_2' }), '2026-03-02 10:05');
    await desk.knock(signed(raise({ at: '2026-03-02T10:00:00Z' }), { at: '2026-03-02 10:06' }), '2026-03-02 10:06');
    expect(desk.tickets).toEqual([]);
  });

  it('that somebody saw where it comes from is known, and nobody has accepted anything by it', async () => {
    const desk = storyDesk();
    await desk.knock(signed(raise()));
    const seen = raise({ action: 'acknowledge', by: 'oncall@nagios' });
    await desk.knock(signed(seen, { at: '2026-03-02 10:01', id: 'msg_2' }), '2026-03-02 10:01');
    expect(await typesOf(desk)).toContain('AlertAcknowledged');
    expect(await whereIs(desk)).toEqual({ party: 'msp', team: 'northwind-noc' });
  });

  it('as a test says what would be opened, and opens nothing', async () => {
    const desk = storyDesk();
    const answer = await desk.knock(signed(raise({ test: true })));
    expect(answer.trial).toMatchObject({ source: 'Nagios', priority: 1, team: 'Northwind NOC', tier: 'L1' });
    expect(desk.tickets).toEqual([]);
  });
});

describe('what is not let in', () => {
  it.each([
    ['signed with another key', signed(raise(), { key: NEXT_KEY }), 401, 'wrong key'],
    ['changed on its way', { ...signed(raise()), body: raise({ severity: 'low' }) }, 401, 'wrong key'],
    ['not signed', { headers: {}, body: raise() }, 401, 'unsigned'],
    ['with an id that is none', signed(raise(), { id: 'a b' }), 401, 'unsigned'],
    ['signed six minutes ago', signed(raise(), { at: '2026-03-02 09:54' }), 401, 'clock'],
    ['signed six minutes ahead', signed(raise(), { at: '2026-03-02 10:06' }), 401, 'clock'],
    ['too large', signed(raise({ summary: 'x'.repeat(60_000) })), 413, 'too large'],
    ['no JSON', signed('db-2 is down'), 400, 'unreadable'],
    ['without a summary', signed(raise({ summary: ' ' })), 400, 'unreadable'],
    ['in another source’s name', signed(raise({ source: 'zabbix' })), 401, 'wrong key'],
  ] as const)('%s: a plain answer, a line of health, and nothing kept', async (_, knock, status, because) => {
    const desk = storyDesk();
    const answer = await desk.knock(knock);
    expect(answer.status).toBe(status);
    expect(answer.sentence).toMatch(/\.$/);
    expect(desk.refused).toEqual([because]);
    expect(desk.tickets).toEqual([]);
  });

  it('names the place that is wrong and repeats nothing of it', async () => {
    const answer = await storyDesk().knock(signed(raise({ key: 's3cr3t'.repeat(60) })));
    expect(answer.sentence).toBe('At key: is longer than 255 characters.');
  });

  it('lets both keys in while one is changed for another', async () => {
    const desk = storyDesk();
    desk.keys = [NEXT_KEY, KEY];
    expect((await desk.knock(signed(raise()))).status).toBe(202);
    expect((await desk.knock(signed(raise({ key: 'two' }), { id: 'msg_2', key: NEXT_KEY }))).status).toBe(202);
    desk.keys = [NEXT_KEY];
    expect((await desk.knock(signed(raise({ key: 'three' }), { id: 'msg_3' }))).status).toBe(401);
  });
});
