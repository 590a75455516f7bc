import { z } from 'zod';
import { postOf, signatureOf, signingKey, type Message, type Target } from '../../shared/src/channels';
import type { Channel } from '../../shared/src/agreement';
import { KEY } from './channelDesk';

/** The limits that Slack publishes for the blocks used here. */
const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean().optional() });
const mrkdwn = (most: number) => z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(most) });
const blockKit = z.strictObject({
  text: z.string().min(1).max(40_000),
  blocks: z
    .array(
      z.union([
        z.strictObject({ type: z.literal('header'), text: plainText(150) }),
        z.strictObject({ type: z.literal('section'), text: mrkdwn(3_000) }),
        z.strictObject({ type: z.literal('section'), fields: z.array(mrkdwn(2_000)).min(1).max(10) }),
        z.strictObject({
          type: z.literal('actions'),
          elements: z
            .array(
              z.strictObject({
                type: z.literal('button'),
                action_id: z.string().max(255),
                text: plainText(75),
                url: z.url().max(3_000),
              }),
            )
            .max(25),
        }),
      ]),
    )
    .max(50),
});

/** Adaptive Cards 1.4, as far as it is used here, in the message that a Teams workflow takes. */
const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text: z.string(),
  weight: z.enum(['Default', 'Lighter', 'Bolder']).optional(),
  size: z.enum(['Default', 'Small', 'Medium', 'Large', 'ExtraLarge']).optional(),
  wrap: z.boolean().optional(),
});
const factSet = z.strictObject({
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: z.string(), value: z.string() })).min(1),
});
const adaptiveCard = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal('application/vnd.microsoft.card.adaptive'),
      contentUrl: z.null(),
      content: z.strictObject({
        $schema: z.string(),
        type: z.literal('AdaptiveCard'),
        version: z.literal('1.4'),
        fallbackText: z.string(),
        body: z.array(z.union([textBlock, factSet])),
        actions: z.array(z.strictObject({ type: z.literal('Action.OpenUrl'), title: z.string(), url: z.url() })),
        msteams: z.strictObject({ width: z.literal('Full') }),
      }),
    }),
  ]),
});

/** PagerDuty's Events API v2. */
const common = { routing_key: z.string().length(32), dedup_key: z.string().max(255) };
const pagerduty = z.discriminatedUnion('event_action', [
  z.strictObject({
    ...common,
    event_action: z.literal('trigger'),
    client: z.string(),
    client_url: z.url(),
    links: z.array(z.strictObject({ href: z.url(), text: z.string() })),
    payload: z.strictObject({
      summary: z.string().min(1).max(1_024),
      source: z.string().min(1),
      severity: z.enum(['critical', 'error', 'warning', 'info']),
      timestamp: z.iso.datetime(),
      component: z.string(),
      custom_details: z.record(z.string(), z.string()),
    }),
  }),
  z.strictObject({ ...common, event_action: z.literal('acknowledge') }),
  z.strictObject({ ...common, event_action: z.literal('resolve') }),
]);

const webhook = z.strictObject({
  type: z.string().regex(/^baton\.\w+$/),
  timestamp: z.iso.datetime(),
  data: z.looseObject({ key: z.string(), escalation: z.string(), entry: z.number(), text: z.string() }),
});

const schemas = { slack: blockKit, teams: adaptiveCard, pagerduty, webhook } as const;

const long = 'Everything is <slow> & *broken* '.repeat(200);
const message: Message = {
  key: 'msg_0123456789abcdef01234567',
  escalation: '0123456789abcdef01234567',
  fact: { type: 'Breached', seq: 12, at: Date.parse('2026-03-02T09:00:00Z') },
  priority: 2,
  card: {
    title: 'CON-1 · priority 2',
    text: 'Northwind NOC had to take it up by 10:00 today and has not.',
    lines: [
      { label: 'Held by', value: 'Contoso Service desk (Ana Pires)' },
      { label: 'Resolve it', value: '17:00 today · 18:00 in Madrid' },
    ],
    link: { label: 'CON-1', url: 'https://contoso.atlassian.net/browse/CON-1' },
    open: 'Open in Jira',
  },
  isByClock: true,
  at: Date.parse('2026-03-02T09:00:01Z'),
};
const wordy: Message = {
  ...message,
  card: { ...message.card, title: long, text: long, lines: Array(20).fill({ label: 'Held by', value: long }) as never },
};

type Kind = Exclude<Channel['kind'], 'desk'>;
const target: Target = { host: 'example.com', path: 'x', query: {}, key: 'R'.repeat(32) };
const bodyOf = (kind: Kind, said: Message): unknown => JSON.parse(postOf(kind, target, said).body) as unknown;

describe.each(['slack', 'teams', 'pagerduty', 'webhook'] as const)('a message for %s', kind => {
  it.each([
    ['as it usually is', message],
    ['of any length', wordy],
    ['with any signs in it', { ...message, card: { ...message.card, text: '<!channel> *b* [x](y) & `z`' } }],
  ])('has the published form %s', (_, said) => {
    expect(schemas[kind].safeParse(bodyOf(kind, said)).error?.issues).toBeUndefined();
  });
});

it('nothing in a message calls a whole channel of Slack or becomes a link of Teams', () => {
  const said = { ...message, card: { ...message.card, text: '<!channel> [win](https://evil.example)' } };
  expect(JSON.stringify(bodyOf('slack', said))).not.toContain('<!channel>');
  expect(JSON.stringify(bodyOf('teams', said))).not.toContain('[win](');
});

it.each(['acknowledge', 'resolve'] as const)('what becomes of a page is told PagerDuty as %s', page => {
  const body = bodyOf('pagerduty', { ...message, page });
  expect(pagerduty.parse(body)).toMatchObject({ event_action: page, dedup_key: `baton-${message.escalation}` });
});

it('a signature is the one that the standard’s own example has', () => {
  const key = signingKey(KEY);
  const example = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', seconds: 1_614_265_330, body: '{"test": 2432232314}' };
  expect(key && signatureOf(key, example)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});
