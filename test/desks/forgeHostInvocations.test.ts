import { startProbe, START, type ProbeDesk } from '../support/probeForge/probeDesk';
import { forgeHost } from '../../scripts/workbench/forge/forgeHost';
import { actionCosts } from '../../scripts/workbench/costs';
import { workbenchClock } from '../../scripts/workbench/clock';
import { stageProbe } from '../support/probeForge/stageProbe';
import Database from 'libsql';

let probe: ProbeDesk;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.desk.stop());

describe('a resolver on the workbench', () => {
  it('acts as the person who looks at the page and knows where it stands', async () => {
    const { value } = await probe.call('whoAmI', {}, 'dana');
    expect(value).toMatchObject({
      accountId: '5b10a2844c20165700ede222g',
      issue: { key: 'SUP-1' },
      module: 'probe-panel',
    });
  });

  it('reads the workbench clock, not the machine', async () => {
    const { value } = await probe.call('whoAmI');
    expect(value).toMatchObject({ now: START, today: '2026-03-02T09:00:00.000Z' });
  });

  it('is refused a host that the manifest does not name', async () => {
    const { error } = await probe.call('fetch', { url: 'https://example.com/collect' });
    expect(error).toMatchObject({ kind: 'REQUEST_EGRESS_ALLOWLIST_ERR' });
    expect(probe.desk.host.outbound()).toEqual([]);
  });

  it('may ask a host that the manifest names, and nothing leaves the workbench', async () => {
    expect(await probe.call('fetch', { url: 'https://hooks.slack.com/services/T1' })).toEqual({ value: 202 });
    expect(probe.desk.host.outbound()).toEqual([
      expect.objectContaining({ path: 'https://hooks.slack.com/services/T1', body: 'hello', at: START }),
    ]);
  });

  it('cannot send more than 500 KB from the front end', async () => {
    const tooMuch = probe.call('kvsGet', { key: 'x', padding: 'x'.repeat(500 * 1024) });
    await expect(tooMuch).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  });

  it('cannot answer more than 5 MB to the front end', async () => {
    await expect(probe.call('big', { bytes: 5 * 1024 * 1024 })).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  });

  it('takes only its own invocation along when its process dies, and runs again', async () => {
    await expect(probe.call('die')).rejects.toMatchObject({ code: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' });
    expect(await probe.call('whoAmI')).toHaveProperty('value.now', START);
  });

  it('answers the status beside the panel title', async () => {
    const extension = { type: 'jira:issueContext', issue: { key: 'SUP-1' } };
    const status = await probe.desk.host.status({ moduleKey: 'probe-panel', accountId: 'nobody', extension });
    expect(status).toEqual({ type: 'lozenge', value: { label: 'SUP-1', type: 'inprogress' } });
  });

  it('has every operation counted on the action that opened it', async () => {
    await probe.call('parcelSet', { key: 'p1', value: { owner: 'ana', dueAt: 'a', version: 1 } });
    await probe.call('parcelNext', { key: 'p1', from: 1, owner: 'li' });
    await probe.call('parcelsOf', { owner: 'li' });
    await probe.call('push', { events: [{ body: {}, delayInSeconds: 900 }] });
    await probe.call('rest', { as: 'app', method: 'PUT', path: '/rest/api/3/issue/SUP-1/properties/p', body: 1 });
    const counted = Object.fromEntries(probe.costs.list().map(({ action, operations }) => [action, operations]));
    expect(counted).toMatchObject({
      parcelSet: { invocation: 1, 'storage.write': 1 },
      parcelNext: { invocation: 1, 'storage.write': 2 },
      parcelsOf: { invocation: 1, 'storage.query': 1 },
      push: { invocation: 1, 'queue.push': 1 },
      rest: { invocation: 1, 'desk.write': 1 },
    });
  });
});

describe('a handler that takes too long', () => {
  const clock = workbenchClock({ offset: 0 }, () => START);
  const invoke = async (functionKey: string) => {
    const host = forgeHost({
      ...{ clock, costs: actionCosts(clock.now), db: new Database(':memory:'), stagedApp: await stageProbe() },
      product: () => ({ status: 404 }),
      log: () => undefined,
      timeLimits: { interactive: 1_000, background: 1_000 },
    });
    const call = (door: string) =>
      host.invoke({ moduleKey: 'probe-panel', functionKey: door, payload: {}, accountId: 'a', extension: {} });
    try {
      await call('kvsGet');
      const after = await call(functionKey).catch((cause: { code: string }) => cause.code);
      return [after, await call('kvsGet').catch((cause: { code: string }) => cause.code)];
    } finally {
      await host.stop();
    }
  };
  const works = expect.objectContaining({ error: expect.anything() });

  it('fails with the platform time-out while the app goes on', async () => {
    expect(await invoke('hang')).toEqual(['FUNCTION_TIME_OUT', works]);
  });

  it('fails with the platform time-out and a new process when it blocks everything', async () => {
    const [after, next] = await invoke('spin');
    expect(after).toBe('FUNCTION_TIME_OUT');
    expect(['FUNCTION_TIME_OUT', 'FUNCTION_PLATFORM_UNKNOWN_ERROR', works]).toContainEqual(next);
  });
});

describe('a scope the manifest does not ask for', () => {
  const without = (scope: string) => (text: string) => text.replace(`${scope}, `, '').replace(`, ${scope}`, '');

  it('closes the REST calls that need it', async () => {
    const { desk, call } = await startProbe(without('write:jira-work'));
    const { value } = await call('rest', {
      as: 'user',
      method: 'PUT',
      path: '/rest/api/3/issue/SUP-1/assignee',
      body: {},
    });
    expect(value).toEqual({ status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } });
    await desk.stop();
  });

  it('closes the storage', async () => {
    const { desk, call } = await startProbe(without('storage:app'));
    expect(await call('kvsGet', { key: 'x' })).toMatchObject({ error: { code: 'PERMISSION_DENIED' } });
    await desk.stop();
  });
});
