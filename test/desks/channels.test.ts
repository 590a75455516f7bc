import { createHmac } from 'node:crypto';
import { storyText } from '../support/agreement';
import { starts, type TestDesk } from './support/desks';
import { startReceivers, type Lost, type Received, type Receivers, type Reply } from './support/receivers';

jest.setTimeout(120_000);

const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const secrets = {
  noc: { address: 'https://hooks.slack.com/services/T0/B0/s3cr3t' },
  automation: { address: 'https://hooks.zapier.com/hooks/catch/12/ab', key },
};
const agreement = storyText({
  channels: { noc: { kind: 'slack', name: '#noc' }, automation: { kind: 'webhook' }, mail: { kind: 'desk' } },
  'parties.msp.notify': ['noc', 'automation', 'mail'],
  'parties.client.notify': ['automation'],
  templates: [
    { stage: 'opened', audience: 'customer', body: 'We have {ticket}. {spokesperson} writes to you again soon.' },
    { stage: 'resolved', audience: 'internal', body: '{ticket} is done.' },
  ],
});

const isOutage = ({ text }: Received): boolean => text.includes('baton.Channel');

const isSlack = ({ at: where }: Received): boolean => where.startsWith('hooks.slack.com/');

/** What Standard Webhooks asks of whoever receives: the HMAC of id, instant and body, byte for byte. */
function isGenuine({ headers, text }: Received): boolean {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`;
  const hmac = createHmac('sha256', Buffer.from(key.slice('whsec_'.length), 'base64')).update(signed);
  return headers['webhook-signature'] === `v1,${hmac.digest('base64')}`;
}

const delivered = (on: TestDesk, id: string): string[] =>
  on
    .facts(id)
    .flatMap(fact =>
      fact.type === 'NoticeHandedOver' || fact.type === 'NoticeFailed' ? [`${fact.type} ${fact.data.channel}`] : [],
    );

/** What customers read on tickets, and who wrote it. */
const read = {
  freshservice: `SELECT data AS body FROM freshservice_conversations WHERE json_extract(data, '$.private') = 0`,
  jira: 'SELECT author, body FROM jira_comment WHERE internal = 0',
} as const;

const customersRead = ({ db, name }: TestDesk): string[] =>
  db
    .prepare(read[name])
    .all()
    .map(row => JSON.stringify(row));

/** What a channel may do instead of taking a message, and what that is called. */
const failing: readonly (readonly [because: string, reply: Reply | Lost])[] = [
  ['unreachable', 'never answers'],
  ['unreachable', 'hangs up'],
  ['unreachable', 'is not there'],
  ['redirected', { status: 307, headers: { location: 'https://hooks.slack.com/services/else' } }],
  ['refused', { status: 404, body: 'no_service' }],
  ['refused', { status: 400, body: '{"status":"invalid event"}' }],
  ['unreachable', { status: 500, body: 'x'.repeat(500_000) }],
  ['busy', { status: 429, headers: { 'retry-after': '90' } }],
];

describe.each(['freshservice', 'jira'] as const)('on %s', name => {
  let world: Receivers;
  let on: TestDesk;
  let id: string;

  beforeAll(async () => {
    world = await startReceivers();
    on = await starts[name]({ agreement, outside: world.outside, channelSecrets: JSON.stringify(secrets) });
    id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
  });
  afterEach(() => {
    world.received.length = 0;
    world.answer({ status: 200 });
  });
  afterAll(async () => {
    await on.stop();
    await world.stop();
  });

  it('a customer hears what a person sends them, once, whatever goes wrong; others are told who speaks', async () => {
    const other = await on.open();
    await on.change(other, 'ana', { person: 'ana' });
    const form = await on.ask(other, 'ana', { type: 'ask form', verb: 'tell' });
    const fields = Object.fromEntries(
      (form.ok ? (form.asking?.fields ?? []) : []).map(field => [field.name, field.value]),
    );
    expect(fields).toMatchObject({ stage: 'opened', message: expect.stringMatching(/^We have .*\d+\. Ana/) as string });
    const send = { type: 'ask', verb: 'tell', fields };
    expect(await on.ask(other, 'omar', send)).toMatchObject({ ok: false, code: 'not-the-spokesperson' });
    expect(customersRead(on)).toEqual([]);
    on.fate.befalls(/POST .*(reply|comment)$/, { status: 503 }, 1);
    expect(await on.ask(other, 'ana', send)).toMatchObject({ ok: true });
    expect(customersRead(on)).toEqual([]);
    await on.until('09:15');
    expect(customersRead(on)).toEqual([expect.stringContaining('We have')]);
    const again = { ...fields, message: 'It was the array.' };
    await on.ask(other, 'omar', { type: 'ask', verb: 'tell', fields: { ...again, anyway: 'yes' } });
    await on.desk.settle();
    expect(customersRead(on)).toHaveLength(2);
    expect(on.types(other).filter(type => ['MessageReleased', 'FirstReplySent'].includes(type))).toEqual([
      ...['MessageReleased', 'FirstReplySent', 'MessageReleased'],
    ]);
  });

  it('an offer is on the receiver’s first channel as soon as it is made, with a link, and noted', async () => {
    await on.offer(id, 'ana');
    expect(world.received.map(({ at: where }) => where)).toEqual(['hooks.slack.com/services/T0/B0/s3cr3t']);
    expect(world.received[0]?.text).toMatch(/offered it to Northwind NOC/);
    expect(world.received[0]?.text).toMatch(
      name === 'jira' ? /\/browse\/[A-Z]+-\d+/ : /freshservice\.com\/a\/tickets\/\d+/,
    );
    expect(delivered(on, id)).toEqual(['NoticeHandedOver noc']);
    expect(JSON.stringify(on.facts(id))).not.toMatch(/s3cr3t|whsec_|zapier/);
  });

  it('a channel that fails hands on to the next, signed, and the failure is noted', async () => {
    world.answer(message => ({ status: isSlack(message) ? 503 : 200 }));
    await on.until('09:34');
    const [slack, hook] = [world.received.filter(isSlack), world.received.filter(message => !isSlack(message))];
    expect(slack.length).toBeGreaterThan(0);
    expect(hook.every(isGenuine)).toBe(true);
    expect(new Set(hook.map(({ headers }) => headers['webhook-id'])).size).toBe(hook.length);
    expect(delivered(on, id)).toEqual(expect.arrayContaining(['NoticeFailed noc', 'NoticeHandedOver automation']));
  });

  it('while every channel is down all of them wait for each other, and one message arrives afterwards', async () => {
    world.answer({ status: 429, headers: { 'retry-after': '1200' } });
    on.fate.befalls(/POST .*(notes|notify)$/, { status: 500 });
    await on.until('09:58');
    const failed = on.facts(id).flatMap(fact => (fact.type === 'NoticeFailed' && fact.data.again ? [fact] : []));
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every(({ learned, data }) => (data.again ?? 0) - learned >= 1_200_000)).toBe(true);
    on.fate.passes();
    world.answer({ status: 200 });
    world.received.length = 0;
    await on.until('11:10');
    const ids = world.received.filter(message => !isSlack(message)).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(on.lines.join('\n')).not.toMatch(/s3cr3t|whsec_/);
  });

  it('whatever a channel does instead of taking a message, the next one takes it, once, and that is noted', async () => {
    const other = await on.open();
    await on.change(other, 'ana', { person: 'ana' });
    const outages: string[] = [];
    for (const [because, reply] of failing) {
      world.received.length = 0;
      const isLost = reply === 'never answers' || reply === 'is not there';
      if (isLost) world.loses('hooks.slack.com', reply);
      else world.loses();
      const taken = { status: 200, body: 'x'.repeat(500_000) };
      world.answer(message => (isSlack(message) && !isLost ? reply : taken));
      await on.clock.jump(on.clock.now() + 60_000);
      const before = delivered(on, other).length;
      await on.offer(other, 'ana');
      const reasons = on.facts(other).flatMap(fact => (fact.type === 'NoticeFailed' ? [fact.data.because] : []));
      expect([reply, reasons.at(-1)]).toEqual([reply, because]);
      expect(delivered(on, other).slice(before)).toEqual(['NoticeFailed noc', 'NoticeHandedOver automation']);
      const hook = world.received.filter(message => !isSlack(message));
      expect(hook.filter(message => !isOutage(message))).toHaveLength(1);
      outages.push(...hook.filter(isOutage).map(({ text }) => text));
      expect(world.received.filter(isSlack).length).toBeLessThan(2);
      await on.ask(other, 'ana', { type: 'withdraw' });
      await on.desk.settle();
    }
    // Its owner hears once that Slack is down, by the next channel.
    expect(outages).toEqual([expect.stringContaining('#noc has taken nothing since')]);
    expect(on.lines.join('\n')).not.toMatch(/s3cr3t|whsec_/);
  });
});

it('on Freshservice a bell and a sweep that come at once send once what waits', async () => {
  const world = await startReceivers();
  const on = await starts.freshservice({
    agreement: storyText({ channels: { noc: { kind: 'slack' } }, 'parties.msp.notify': ['noc'] }),
    outside: world.outside,
    channelSecrets: JSON.stringify({ noc: secrets.noc }),
  });
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  world.answer({ status: 503 });
  await on.offer(id, 'ana');
  world.received.length = 0;
  const claims = () => on.fate.operations.filter(operation => operation.includes('sending:')).length;
  const hasSecond = () => world.received.length > 1 || claims() > 1;
  world.answer(async () => {
    if (world.received.length > 1) return { status: 200 };
    on.desk.host.raise('onScheduledEvent', { is: 'due', ticket: id }, id);
    while (!hasSecond()) await new Promise(resolve => setImmediate(resolve));
    return { status: 200 };
  });
  await on.until('09:20');
  expect(world.received.filter(({ text }) => text.includes('offered it to'))).toHaveLength(1);
  expect(delivered(on, id).slice(0, 2)).toEqual(['NoticeFailed noc', 'NoticeHandedOver noc']);
  await on.stop();
  await world.stop();
});

it('on Jira a storm is ten messages of a rule on a channel, and one digest of the others', async () => {
  const world = await startReceivers();
  const automation = JSON.stringify({ automation: secrets.automation });
  const on = await starts.jira({
    agreement: storyText({ channels: { automation: { kind: 'webhook' } }, 'parties.client.notify': ['automation'] }),
    outside: world.outside,
    channelSecrets: automation,
  });
  for (let count = 0; count < 13; count += 1) await on.open({ person: 'ana' });
  await on.until('09:40');
  const types = world.received.map(({ body }) => body['type']);
  expect(types.filter(type => type === 'baton.WarningGiven')).toHaveLength(10);
  expect(types.filter(type => type === 'baton.Digest')).toHaveLength(1);
  expect(world.received.at(-1)?.text).toContain('3 work items');
  await on.until('09:44');
  expect(world.received.filter(({ body }) => body['type'] === 'baton.Digest')).toHaveLength(1);
  await on.stop();
  await world.stop();
});
