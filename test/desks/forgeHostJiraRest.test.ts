import { startProbe, START, type ProbeDesk } from '../support/probeForge/probeDesk';

let probe: ProbeDesk;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.desk.stop());

const ANA = '5b10a2844c20165700ede211g';
const ISSUE = '/rest/api/3/issue/SUP-1';
async function rest<Body = unknown>(method: string, path: string, body?: unknown, as = 'user') {
  const request = { as, method, path, ...(body === undefined ? {} : { body }) };
  return (await probe.call<{ status: number; body: Body }>('rest', request)).value;
}
const document = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

describe("the stand-in's REST API", () => {
  it('tells ids from keys', async () => {
    const { body } = await rest<{ id: string; fields: object }>('GET', `${ISSUE}?fields=summary,assignee`);
    expect(body).toMatchObject({ key: 'SUP-1', id: expect.stringMatching(/^20\d{3}$/) });
    expect(body.fields).toEqual({ summary: 'Mail is down', assignee: null });
    expect((await rest('GET', `/rest/api/3/issue/${body.id}`)).body).toHaveProperty('key', 'SUP-1');
  });

  it('answers the unknown in its own error shape', async () => {
    expect(await rest('GET', '/rest/api/3/issue/SUP-99')).toEqual({
      status: 404,
      body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
    });
  });

  it('acts as the person or as the app', async () => {
    const byAna = await rest('POST', `${ISSUE}/comment`, { body: document('Mine') });
    expect(byAna.body).toMatchObject({ author: { accountId: ANA } });
    const byApp = await rest('POST', `${ISSUE}/comment`, { body: document('From the app') }, 'app');
    expect(byApp.body).toMatchObject({ author: { accountType: 'app', displayName: 'Baton' } });
  });

  it('keeps a comment internal when its property says so', async () => {
    const properties = [{ key: 'sd.public.comment', value: { internal: true } }];
    await rest('POST', `${ISSUE}/comment`, { body: document('For us'), properties });
    const { body } = await rest<{ comments: object[] }>('GET', `${ISSUE}/comment?orderBy=-created`);
    expect(body.comments[0]).toMatchObject({ jsdPublic: false, body: document('For us') });
  });

  it('refuses a comment that is no document and an assignee it does not know', async () => {
    expect(await rest('POST', `${ISSUE}/comment`, { body: 'plain' })).toMatchObject({ status: 400 });
    expect(await rest('PUT', `${ISSUE}/assignee`, { accountId: 'nobody' })).toMatchObject({
      status: 400,
      body: { errors: { assignee: expect.stringContaining('nobody') } },
    });
  });

  it('moves through transitions and writes the changelog', async () => {
    const path = `${ISSUE}/transitions`;
    const { transitions } = (await rest<{ transitions: { id: string; name: string }[] }>('GET', path)).body;
    expect(transitions.map(({ name }) => name)).toEqual([
      'Pending',
      'Resolved',
      'Closed',
      'With MSP',
      'With client IT',
    ]);
    expect(await rest('POST', path, { transition: { id: transitions[0]?.id } })).toMatchObject({ status: 204 });
    expect(await rest('POST', path, { transition: { id: '999' } })).toMatchObject({ status: 400 });
    const { values } = (await rest<{ values: { items: object[] }[] }>('GET', `${ISSUE}/changelog`)).body;
    expect(values.pop()?.items).toEqual([
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
    expect((await search('status = Closed')).body).toHaveProperty('issues', []);
    expect((await search('updated >= "2026-03-02 09:01"')).body).toHaveProperty('issues', []);
    expect(await search('ORDER BY created')).toMatchObject({ status: 400 });
    expect(await rest('GET', '/rest/api/3/search?jql=x')).toMatchObject({ status: 410 });
  });

  it('tells the time to resolution from the priority', async () => {
    const ongoingCycle = {
      breachTime: { epochMillis: START + 8 * 3_600_000 },
      breached: false,
      remainingTime: { millis: 8 * 3_600_000 },
    };
    const { body } = await rest('GET', '/rest/servicedeskapi/request/SUP-1/sla');
    expect(body).toMatchObject({ values: [{ ongoingCycle }] });
  });

  it('checks permissions per person', async () => {
    const check = { projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [20108, 1] }] };
    expect((await rest('POST', '/rest/api/3/permissions/check', check)).body).toHaveProperty('projectPermissions', [
      { permission: 'EDIT_ISSUES', issues: [20108], projects: [] },
    ]);
    const mine = await rest('GET', '/rest/api/3/mypermissions?permissions=ADMINISTER');
    expect(mine.body).toHaveProperty('permissions.ADMINISTER.havePermission', false);
  });

  it('does not answer for people without the scope to read them', async () => {
    expect(await rest('GET', '/rest/api/3/myself')).toMatchObject({ status: 401 });
  });
});
