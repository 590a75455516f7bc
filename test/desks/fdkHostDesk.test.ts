import express from 'express';
import type { AddressInfo } from 'node:net';
import { probeDesk } from '../support/probeFdk/desk';

const integration = 21000001;
const ana = 21000011;
const omar = 21000021;

describe('product events', () => {
  test('tell of a new ticket, a note and a change of group, in order and with who did it', async () => {
    const { desk, open, seen } = await probeDesk();
    const id = await open();
    await desk.say(id, 'ana', 'Looking', false);
    await desk.change(id, 'omar', { team: 'northwind-noc' });
    expect(await seen()).toMatchObject([
      { event: 'onTicketCreate' },
      { event: 'onConversationCreate', actor: ana },
      { event: 'onTicketUpdate', actor: omar, changes: { group_id: [9001, 9101] } },
    ]);
  });

  test('say nothing of tags and custom fields', async () => {
    const { desk, open, seen } = await probeDesk();
    const id = await open();
    await rest(desk, 'PUT', `/api/v2/tickets/${id}`, { tags: ['vpn'], custom_fields: { site: 'Porto' } });
    expect((await seen()).map(({ event }) => event)).toEqual(['onTicketCreate']);
  });

  test.each([
    ['model_changes' as const, { model_changes: { status: [2, 3] } }],
    ['none' as const, null],
  ])('tell changes as %s when told to', async (manner, changes) => {
    const { desk, open, seen } = await probeDesk();
    desk.changeMetadata = manner;
    await desk.change(await open(), 'ana', { status: 'pending' });
    expect((await seen()).at(-1)).toMatchObject({ event: 'onTicketUpdate', changes });
  });

  test('name the owner of the API key for what the app itself writes', async () => {
    const { ask, open, seen } = await probeDesk();
    const id = await open();
    await ask({ type: 'call', template: 'putTicket', context: { id }, body: JSON.stringify({ group_id: 9102 }) });
    expect((await seen()).at(-1)).toMatchObject({ event: 'onTicketUpdate', actor: integration });
  });

  test('do not come for a change that changes nothing', async () => {
    const { desk, open, seen } = await probeDesk();
    await desk.change(await open(), 'ana', { team: 'contoso-desk', person: 'ana' });
    expect(await seen()).toHaveLength(1);
  });
});

describe('request templates', () => {
  test('reach the account with the secret in the header, counted as a read', async () => {
    const { desk, open, costs } = await probeDesk();
    const id = await open();
    const answer = await desk.ask(id, 'ana', { type: 'call', template: 'getTicket', context: { id } }, 'panel read');
    expect(answer).toMatchObject({
      status: 200,
      body: { ticket: { id: Number(id), group_id: 9001, fr_due_by: '2026-11-23T10:00:00Z' } },
    });
    expect(costs.list().find(cost => cost.action === 'panel read')?.operations).toEqual({
      invocation: 1,
      'desk.read': 1,
    });
  });

  test('refuse a secure parameter in a path', async () => {
    const { refusal } = await probeDesk();
    expect(await refusal({ type: 'call', template: 'leak', context: {} })).toMatchObject({
      status: 400,
      message: 'Invalid iparam substitution',
    });
  });

  /** The world outside: it refuses everything, and keeps who was asked. */
  const refusing = (hosts: string[]) => async (request: { readonly host: string }) => {
    hosts.push(request.host);
    return { status: 403, headers: {}, body: '' };
  };

  test('to other hosts go to the world outside, and never to the account', async () => {
    const hosts: string[] = [];
    const { refusal } = await probeDesk({}, undefined, refusing(hosts));
    expect(await refusal({ type: 'call', template: 'elsewhere', context: {} })).toMatchObject({ status: 403 });
    expect(hosts).toHaveLength(1);
    expect(hosts[0]).not.toMatch(/freshservice/);
  });

  test('let the server choose a host by context, and no browser', async () => {
    const hosts: string[] = [];
    const { desk, refusal } = await probeDesk({}, undefined, refusing(hosts));
    const context = { host: 'other.example' };
    expect(await refusal({ type: 'call', template: 'anyHost', context })).toMatchObject({ status: 403 });
    expect(hosts).toEqual(['other.example']);
    const call = desk.host.operateFromBrowser('request.invokeTemplate', ['anyHost', { context }]);
    await expect(call).rejects.toMatchObject({ shape: { status: 400, message: 'Invalid context substitution' } });
  });

  test('reject with status, response and the number of attempts', async () => {
    const { desk } = await probeDesk();
    const call = desk.host.operateFromBrowser('request.invokeTemplate', ['getTicket', { context: { id: 999 } }]);
    await expect(call).rejects.toMatchObject({
      shape: { status: 404, response: expect.stringContaining('not_found'), attempts: 1 },
    });
  });
});

describe('the REST API', () => {
  test('wants the key', async () => {
    const { desk } = await probeDesk();
    const answer = await desk.rest({ method: 'GET', path: '/api/v2/agents', query: {}, headers: {} });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      401,
      expect.objectContaining({ code: 'invalid_credentials' }),
    ]);
  });

  test('refuses an update while a mandatory field is empty, unless an administrator bypasses it', async () => {
    const { desk, open } = await probeDesk();
    const id = await open();
    await rest(desk, 'PUT', `/api/v2/tickets/${id}?bypass_mandatory=true`, {
      custom_fields: { baton_mandatory: true },
    });
    const refused = await rest(desk, 'PUT', `/api/v2/tickets/${id}`, { group_id: 9102 });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'category', code: 'missing_field' }] } });
    await expect(desk.change(id, 'ana', { status: 'resolved' })).rejects.toThrow('Validation failed');
    expect(await rest(desk, 'PUT', `/api/v2/tickets/${id}?bypass_mandatory=true`, { group_id: 9102 })).toMatchObject({
      status: 200,
    });
  });

  test('refuses fields and values it does not know', async () => {
    const { desk, open } = await probeDesk();
    const answer = await rest(desk, 'PUT', `/api/v2/tickets/${await open()}`, { status: 9, group: 1 });
    expect(answer.body).toMatchObject({
      errors: [
        { field: 'status', code: 'invalid_value' },
        { field: 'group', code: 'invalid_field' },
      ],
    });
  });

  test('filters by a query and lists what changed since', async () => {
    const { desk, open, clock } = await probeDesk();
    const [first, second] = [await open(), await open()];
    await clock.jump(clock.now() + 3_600_000);
    await desk.change(second, 'ana', { person: null });
    const filter = `/api/v2/tickets/filter?query=${encodeURIComponent('"agent_id:null AND (status:2 OR status:3)"')}`;
    expect((await rest(desk, 'GET', filter)).body).toMatchObject({ tickets: [{ id: Number(second) }], total: 1 });
    const since = await rest(desk, 'GET', '/api/v2/tickets?updated_since=2026-11-23T09:30:00Z');
    expect(since.body.tickets).toMatchObject([{ id: Number(second) }]);
    expect((await rest(desk, 'GET', `/api/v2/tickets/${first}/activities`)).body).toMatchObject({
      activities: [{ content: 'created the ticket' }],
    });
  });

  test('answers 429 with Retry-After when the account used up its minute', async () => {
    const { desk } = await probeDesk({ plan: 'starter' });
    for (let call = 0; call < 40; call += 1) await rest(desk, 'GET', '/api/v2/agents');
    const answer = await rest(desk, 'GET', '/api/v2/agents');
    expect([answer.status, answer.headers['Retry-After'], answer.headers['X-RateLimit-Total']]).toEqual([
      429,
      expect.stringMatching(/^\d+$/),
      '100',
    ]);
  });
});

describe('what the page hands to a browser', () => {
  test('holds no secure parameter, neither by itself nor inside a frame', async () => {
    const { desk } = await probeDesk();
    const get = await served(desk);
    expect(JSON.parse(await get('/freshservice/platform/iparams'))).toEqual({
      fs_domain: 'contoso.freshservice.com',
      agreement: 'the agreement',
    });
    const texts = await Promise.all(
      ['/frames/freshservice/app/views/sidebar.html', '/frames/freshservice/client/appclient.js'].map(get),
    );
    expect(texts.join()).not.toContain(desk.apiKey);
    expect(texts[0]).toContain('src="/frames/freshservice/client/appclient.js"');
  });

  test('names the agent the page acts as, in the shape apps expect', async () => {
    const { desk, open } = await probeDesk();
    const get = await served(desk);
    const data = JSON.parse(
      await get(`/freshservice/platform/data/loggedInUser?ticket=${await open()}&as=omar`),
    ) as object;
    expect(data).toMatchObject({
      loggedInUser: { agent: { id: omar, group_ids: '[9101]', user: { name: 'Omar Said', time_zone: 'Madrid' } } },
    });
  });

  test('and what the app logs hold no secret', async () => {
    const { desk, lines, ask } = await probeDesk();
    await ask({ type: 'log' });
    expect(lines.join()).toContain('"fs_api_key":"•••"');
    expect(lines.join()).not.toContain(desk.apiKey);
  });
});

const servers: { close(): void }[] = [];
afterEach(() => servers.splice(0).forEach(server => server.close()));

type Desk = Awaited<ReturnType<typeof probeDesk>>['desk'];

async function served(desk: Desk) {
  const app = express().use('/freshservice', desk.pages).use('/frames/freshservice', desk.frames);
  const server = app.listen(0);
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  return async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
}

async function rest(desk: Desk, method: string, path: string, body?: object) {
  const authorization = `Basic ${Buffer.from(`${desk.apiKey}:X`).toString('base64')}`;
  const answer = await desk.rest({
    method,
    path,
    query: {},
    headers: { authorization },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { ...answer, body: JSON.parse(answer.body) as Record<string, unknown> };
}
