import { startProbe, START, type ProbeDesk } from '../support/probeForge/probeDesk';

let probe: ProbeDesk;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.desk.stop());

const ANA = '5b10a2844c20165700ede211g';
const ISSUE = '/rest/api/3/issue/SUP-1';
const rest = async (method: string, path: string, body?: unknown, as = 'user') =>
  (await probe.call('rest', { as, method, path, ...(body === undefined ? {} : { body }) })).value;
const document = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

describe("the stand-in's REST API", () => {
  it('tells ids from keys', async () => {
    const { body } = await rest('GET', `${ISSUE}?fields=summary,assignee`);
    expect(body).toMatchObject({ key: 'SUP-1', id: expect.stringMatching(/^20\d{3}$/) });
    expect(body.fields).toEqual({ summary: 'Mail is down', assignee: null });
    expect((await rest('GET', `/rest/api/3/issue/${body.id}`)).body.key).toBe('SUP-1');
  });

  it('answers the unknown in its own error shape', async () => {
    expect(await rest('GET', '/rest/api/3/issue/SUP-99')).toEqual({
      status: 404,
      body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
    });
  });

  it('acts as the person or as the app', async () => {
    expect((await rest('POST', `${ISSUE}/comment`, { body: document('Mine') })).body.author.accountId).toBe(ANA);
    const byApp = await rest('POST', `${ISSUE}/comment`, { body: document('From the app') }, 'app');
    expect(byApp.body.author).toMatchObject({ accountType: 'app', displayName: 'Baton' });
  });

  it('keeps a comment internal when its property says so', async () => {
    const properties = [{ key: 'sd.public.comment', value: { internal: true } }];
    await rest('POST', `${ISSUE}/comment`, { body: document('For us'), properties });
    const { comments } = (await rest('GET', `${ISSUE}/comment?orderBy=-created`)).body;
    expect(comments[0]).toMatchObject({ jsdPublic: false, body: document('For us') });
  });

  it('refuses a comment that is no document and an assignee it does not know', async () => {
    expect(await rest('POST', `${ISSUE}/comment`, { body: 'plain' })).toMatchObject({ status: 400 });
    expect(await rest('PUT', `${ISSUE}/assignee`, { accountId: 'nobody' })).toMatchObject({
      status: 400,
      body: { errors: { assignee: expect.stringContaining('nobody') } },
    });
  });

  it('moves through transitions and writes the changelog', async () => {
    const { transitions } = (await rest('GET', `${ISSUE}/transitions`)).body;
    expect(transitions.map(({ name }: { name: string }) => name)).toEqual(['Pending', 'Resolved', 'Closed']);
    expect(await rest('POST', `${ISSUE}/transitions`, { transition: { id: transitions[0].id } })).toMatchObject({
      status: 204,
    });
    expect(await rest('POST', `${ISSUE}/transitions`, { transition: { id: '999' } })).toMatchObject({ status: 400 });
    const { values } = (await rest('GET', `${ISSUE}/changelog`)).body;
    expect(values.pop().items).toEqual([
      expect.objectContaining({ field: 'status', fromString: 'Open', toString: 'Pending' }),
    ]);
  });

  it('keeps entity properties and says which are missing', async () => {
    const path = `${ISSUE}/properties/baton`;
    expect(await rest('GET', path)).toMatchObject({ status: 404 });
    expect(await rest('PUT', path, { state: 'held' })).toMatchObject({ status: 201 });
    expect(await rest('PUT', path, { state: 'offered' })).toMatchObject({ status: 200 });
    expect((await rest('GET', path)).body).toEqual({ key: 'baton', value: { state: 'offered' } });
    expect(await rest('DELETE', path)).toMatchObject({ status: 204 });
    expect(await rest('PUT', path, 'x'.repeat(33_000))).toMatchObject({ status: 400 });
  });

  it('searches with a bounded query only, newest change by minute', async () => {
    const search = (jql: string) => rest('POST', '/rest/api/3/search/jql', { jql });
    expect((await search('project = SUP AND updated >= -60m ORDER BY updated ASC')).body).toMatchObject({
      isLast: true,
      issues: [{ id: expect.any(String) }],
    });
    expect((await search('status = Closed')).body.issues).toEqual([]);
    expect((await search('updated >= "2026-03-02 09:01"')).body.issues).toEqual([]);
    expect(await search('ORDER BY created')).toMatchObject({ status: 400 });
    expect(await rest('GET', '/rest/api/3/search?jql=x')).toMatchObject({ status: 410 });
  });

  it('tells the time to resolution from the priority', async () => {
    const { values } = (await rest('GET', '/rest/servicedeskapi/request/SUP-1/sla')).body;
    expect(values[0].ongoingCycle).toMatchObject({
      breachTime: { epochMillis: START + 8 * 3_600_000 },
      breached: false,
      remainingTime: { millis: 8 * 3_600_000 },
    });
  });

  it('checks permissions per person', async () => {
    const check = { projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [20108, 1] }] };
    expect((await rest('POST', '/rest/api/3/permissions/check', check)).body.projectPermissions).toEqual([
      { permission: 'EDIT_ISSUES', issues: [20108], projects: [] },
    ]);
    const mine = (await rest('GET', '/rest/api/3/mypermissions?permissions=ADMINISTER')).body;
    expect(mine.permissions.ADMINISTER.havePermission).toBe(false);
  });

  it('does not answer for people without the scope to read them', async () => {
    expect(await rest('GET', '/rest/api/3/myself')).toMatchObject({ status: 401 });
  });
});
