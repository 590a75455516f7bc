import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import express from 'express';
import { startProbe, type ProbeDesk } from '../support/probeForge/probeDesk';

let probe: ProbeDesk;
let server: Server;
let origin: string;

beforeAll(async () => {
  probe = await startProbe();
  const app = express();
  app.use('/jira', probe.desk.pages);
  app.use('/frames/jira', probe.desk.frames);
  server = createServer(app);
  await new Promise<void>(ready => void server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await probe.desk.stop();
  server.closeAllConnections();
  server.close();
});

const page = async (path: string) => (await fetch(`${origin}${path}`)).text();
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('the page of a work item', () => {
  it('shows exactly one frame called Baton, from another site', async () => {
    const text = await page('/jira/browse/SUP-1?as=dana');
    expect([...text.matchAll(/<iframe\s+title="([^"]*)"/g)].map(([, title]) => title)).toEqual(['Baton']);
    expect(text).toContain('data-address="http://localhost:4000/frames/jira/app/ui/panel.html"');
  });

  it('acts as the person in its address, else as the default one', async () => {
    expect(await page('/jira/browse/SUP-1?as=dana')).toContain('<option value="dana" selected>');
    expect(await page('/jira/browse/SUP-1?as=nobody')).toContain('<option value="ana" selected>');
  });

  it('shows text as text, whatever is written in it', async () => {
    await post('/jira/browse/SUP-1/say?as=li', { text: '<b>"bold"</b>', isPublic: false });
    const text = await page('/jira/browse/SUP-1');
    expect(text).toContain('&lt;b&gt;&quot;bold&quot;&lt;/b&gt;');
    expect(text).not.toContain('<b>');
  });

  it('saves a field as the person acting, and the others see who did it', async () => {
    expect((await post('/jira/browse/SUP-1/change?as=omar', { person: 'bruno' })).status).toBe(204);
    const text = await page('/jira/browse/SUP-1?as=ana');
    expect(text).toMatch(/<strong>Omar Said<\/strong>[\s\S]*Assignee: None → Bruno Costa/);
  });

  it('says in a sentence why it did not save', async () => {
    const refused = await post('/jira/browse/SUP-1/say?as=omar', { text: ' ', isPublic: true });
    expect([refused.status, await refused.json()]).toEqual([400, { message: 'A comment needs some text' }]);
  });

  it('passes a change on to every open page', async () => {
    const response = await fetch(`${origin}/jira/live/SUP-1`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('retry');
    await probe.desk.change('SUP-1', 'grace', { priority: 1 });
    expect((await reader.read()).value).toContain(
      '{"changes":[{"changeType":"updated","atlassianId":"5b10a2844c20165700ede224g"}]}',
    );
    await reader.cancel();
  });
});

describe('the bridge', () => {
  const invoke = (headers?: Record<string, string>) =>
    post('/jira/panels/probe-panel/invoke?as=li&issue=SUP-1', { functionKey: 'whoAmI', as: 'ana' }, headers);

  it('takes who acts from the page, not from what the frame says', async () => {
    const { result } = (await (await invoke()).json()) as { result: { value: { accountId: string } } };
    expect(result.value.accountId).toBe('5b10a2844c20165700ede223g');
  });

  it('does not answer another site, such as the frame itself', async () => {
    expect((await invoke({ origin: 'http://localhost:4000' })).status).toBe(403);
  });

  it('calls the REST API as the person, within the scopes of the app', async () => {
    const ask = async (restPath: string) => {
      const path = '/jira/panels/probe-panel/fetch-product?as=li&issue=SUP-1';
      return (await post(path, { product: 'jira', restPath })).json() as Promise<{ status: number }>;
    };
    expect(await ask('/rest/api/3/issue/SUP-1')).toMatchObject({ status: 200 });
    expect(await ask('/rest/api/3/myself')).toMatchObject({ status: 401 });
  });
});

describe("the app's frame", () => {
  it('has the bridge before anything else and the policy of the vendor', async () => {
    const response = await fetch(`${origin}/frames/jira/app/ui/panel.html`);
    expect(await response.text()).toMatch(/<head><script src="\/frames\/jira\/bridge.js"/);
    const policy = response.headers.get('content-security-policy')!.split('; ');
    expect(policy.find(one => one.startsWith('script-src'))).not.toContain('unsafe-inline');
    expect(policy.find(one => one.startsWith('frame-ancestors'))).toContain('http://127.0.0.1:4000');
    expect(policy).toContain('report-uri /frames/jira/violations');
  });

  it('serves nothing from outside its resource', async () => {
    expect((await fetch(`${origin}/frames/jira/app/ui/..%2Fmanifest.yml`)).status).toBe(404);
  });

  it('gets the design tokens for light and dark', async () => {
    const css = await page('/frames/jira/theme.css');
    expect(css).toContain('html[data-color-mode="dark"]');
    expect(css).toContain('--ds-surface');
  });
});
