import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { ListAnswer } from '@baton/shared';
import { storyCast } from '../../scripts/workbench/cast';
import type { FreshserviceDesk } from '../../scripts/workbench/freshservice';
import type { JiraDesk } from '../../scripts/workbench/jira';
import { storyText } from '../support/agreement';
import { clear, enveloped, KEY, nagios, NEXT_KEY, raise, signed, type Sent } from '../inbound/alertDesk';
import { starts, unmetered, type TestDesk } from './support/desks';

jest.setTimeout(120_000);

const agreement = storyText({ 'sources.nagios': nagios });
const channelSecrets = JSON.stringify({ nagios: { key: KEY } });

/** The desk's pages on a server of this machine. */
async function served(on: TestDesk) {
  const server = createServer(express().use(`/${on.name}`, on.desk.pages));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() };
}

/** What the admin's page of Jira answers. */
const asAdmin = (on: TestDesk, payload: object): Promise<Record<string, unknown>> =>
  (on.desk as JiraDesk).host.invoke({
    ...{ moduleKey: 'baton-admin', functionKey: 'desk', payload, extension: { type: 'jira:adminPage' } },
    accountId: storyCast.people.find(({ isAdmin }) => isAdmin)?.jiraAccountId ?? '',
  }) as Promise<Record<string, unknown>>;

const tested = async (on: TestDesk): Promise<{ address: string; lines: string }> => {
  if (on.name === 'jira') {
    const { address } = await asAdmin(on, { type: 'sources' });
    return { address: String(address), lines: JSON.stringify(await asAdmin(on, { type: 'trial', source: 'nagios' })) };
  }
  const request = { type: 'test alerts', viewer: { timeZone: 'UTC' } };
  const answer = (await (on.desk as FreshserviceDesk).askList('grace', request)) as ListAnswer;
  if (!answer.ok || !('health' in answer)) throw new Error(JSON.stringify(answer));
  const [address] = answer.health.lines.filter(({ name }) => name === 'Alerts are sent to');
  return { address: address?.text ?? '', lines: JSON.stringify(answer.health.lines) };
};

describe.each(['freshservice', 'jira'] as const)('on %s monitoring', name => {
  let on: TestDesk;
  let world: Awaited<ReturnType<typeof served>>;
  let address: string;

  /** Sends a text as its source would: signed in headers where they arrive, else around the text. */
  const send = async (text: string, sent: Sent): Promise<Response> => {
    const { headers, body } = name === 'jira' ? signed(text, sent) : enveloped(text, sent);
    const answer = await fetch(`${world.origin}${new URL(address).pathname}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    await on.desk.settle();
    return answer;
  };
  const newest = (): string => on.desk.tickets()[0]?.id ?? '';

  beforeAll(async () => {
    on = await starts[name]({ agreement, channelSecrets, ...unmetered });
    world = await served(on);
    address = (await tested(on)).address;
  });
  afterAll(async () => {
    world.stop();
    await on.stop();
  });

  it('shows what a signed test alert would open, and opens nothing', async () => {
    const before = on.desk.tickets().length;
    const { lines } = await tested(on);
    expect(lines).toMatch(/Priority 1 for Northwind NOC \(L1\), cell [\w-]+\. Omar \w+ is asked first\./);
    expect(lines).toMatch(/Priority 3 for Contoso/);
    expect(on.desk.tickets()).toHaveLength(before);
  });

  it('opens a ticket at the right tier, what comes again joins it, and what is over before anybody had it closes it', async () => {
    const answer = await send(raise(), { at: '2026-03-02 09:00', id: 'msg_1' });
    expect(answer.status).toBe(name === 'jira' ? 202 : 200);
    const id = newest();
    expect(on.standing(id)).toBe('held msp/northwind-noc/-');
    expect(on.types(id)).toContain('AlertOpened');
    await send(raise(), { at: '2026-03-02 09:01', id: 'msg_2' });
    expect(newest()).toBe(id);
    expect(on.types(id).filter(type => type === 'AlertRepeated')).toHaveLength(1);
    await send(clear(), { at: '2026-03-02 09:02', id: 'msg_3' });
    expect(on.types(id)).toEqual(expect.arrayContaining(['AlertCleared', 'Resolved']));
  });

  it('only tells whoever took it when it is over', async () => {
    await send(raise({ key: 'db-3' }), { at: '2026-03-02 09:00', id: 'msg_4' });
    const id = newest();
    await on.change(id, 'omar', { person: 'omar' });
    await send(clear({ key: 'db-3' }), { at: '2026-03-02 09:01', id: 'msg_5' });
    expect(on.standing(id)).toBe('held msp/northwind-noc/omar');
    expect(on.types(id)).toContain('AlertCleared');
    expect(on.types(id)).not.toContain('Resolved');
  });

  it('is not let in with another key, changed or replayed late, which a line of health says', async () => {
    const before = on.desk.tickets().length;
    const forged = await send(raise({ key: 'db-4' }), { at: '2026-03-02 09:00', id: 'msg_6', key: NEXT_KEY });
    if (name === 'jira') expect(await forged.json()).toEqual({ sentence: 'This is not signed as Baton expects it.' });
    await send(raise({ key: 'db-4' }), { at: '2026-03-02 08:50', id: 'msg_7' });
    expect(on.desk.tickets()).toHaveLength(before);
    const health = { type: 'health', viewer: { timeZone: 'UTC' } };
    const answer = JSON.stringify(await (on.desk as FreshserviceDesk | JiraDesk).askList('grace', health));
    expect(answer).toContain(
      'Not let in at 09:00 today: no key of the agreement’s sources fits. Nothing of it was kept.',
    );
    expect(on.lines.join('\n')).not.toContain('whsec_');
  });

  it('once is enough: what fails on the way is taken later, and opens one ticket', async () => {
    on.fate.befalls(name === 'jira' ? /POST \/rest\/api\/3\/issue$/ : /POST .*\/tickets$/, { status: 503 });
    await send(raise({ key: 'db-5' }), { at: '2026-03-02 09:00', id: 'msg_8' });
    on.fate.passes();
    const before = on.desk.tickets().length;
    await on.until('09:20');
    expect(on.desk.tickets()).toHaveLength(before + 1);
    expect(on.standing(newest())).toBe('held msp/northwind-noc/-');
  });
});
