import type { KnownBlock } from '@slack/types';
import Ajv from 'ajv';
import { Webhook } from 'standardwebhooks';
import type { Channel } from '../../shared/src/agreement';
import { dedupKey, postOf, signatureOf, signingKey, type Message, type Target } from '../../shared/src/channels';
import { slackBody } from '../../shared/src/channels/slack';
import { KEY } from './channelDesk';
import { pagerdutyEvent } from './pagerdutyEvent';

/** The package as it runs in a browser; its other form asks for files that Node cannot name. */
const { AdaptiveCard, SerializationContext, Versions } = jest.requireActual<typeof import('adaptivecards')>(
  'adaptivecards/dist/adaptivecards',
);

const long = 'Everything is <slow> & *broken* '.repeat(200);
const message: Message = {
  key: 'msg_0123456789abcdef01234567',
  escalation: '0123456789abcdef01234567',
  ticket: '4711',
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
const called: Message = { ...message, card: { ...message.card, bridge: 'https://meet.example.com/db-2' } };
const wordy: Message = {
  ...called,
  card: { ...called.card, title: long, text: long, lines: Array(20).fill({ label: 'Held by', value: long }) as never },
};
const said = [
  ['as it usually is', message],
  ['with a call to join', called],
  ['of any length', wordy],
  ['with any signs in it', { ...message, card: { ...message.card, text: '<!channel> *b* [x](y) & `z`' } }],
] as const;

type Kind = Exclude<Channel['kind'], 'desk'>;
const target: Target = { host: 'example.com', path: 'x', query: {}, key: 'R'.repeat(32) };
const bodyOf = (kind: Kind, told: Message): unknown => JSON.parse(postOf(kind, target, told).body) as unknown;

/** The lengths that Slack publishes for the blocks used here, and what it refuses as too long altogether. */
const MOST = { blocks: 50, header: 150, text: 3_000, fields: 10, field: 2_000, elements: 25, label: 75, url: 3_000 };
const ALTOGETHER = 13_000;

function tooLong(block: KnownBlock): string[] {
  const over = (what: keyof typeof MOST, length: number) => (length < 1 || length > MOST[what] ? [what] : []);
  if (block.type === 'header') return over('header', block.text.text.length);
  if (block.type === 'actions') {
    const buttons = block.elements.flatMap(element => (element.type === 'button' ? [element] : []));
    return [
      ...over('elements', block.elements.length),
      ...buttons.flatMap(({ text, url = '' }) => [...over('label', text.text.length), ...over('url', url.length)]),
    ];
  }
  if (block.type !== 'section') return [`a ${block.type} is not looked at here`];
  const { text, fields } = block;
  return [
    ...(text ? over('text', text.text.length) : []),
    ...(fields ? [...over('fields', fields.length), ...fields.flatMap(field => over('field', field.text.length))] : []),
  ];
}

/** A body that the types of Slack take, with what is longer than Slack takes. */
function slackProblems({ card }: Message): string[] {
  const body: { text: string; blocks: KnownBlock[] } = slackBody(card);
  const isMuch = JSON.stringify(body.blocks).length > ALTOGETHER || body.blocks.length > MOST.blocks;
  return [...body.blocks.flatMap(tooLong), ...(isMuch ? ['altogether'] : [])];
}

interface TeamsMessage {
  readonly type: string;
  readonly attachments: readonly { readonly contentType: string; readonly content: { readonly version: string } }[];
}

/** A Teams workflow takes one message of so many bytes, with cards up to version 1.5. */
const TEAMS_BYTES = 28 * 1024;

function teamsProblems(told: Message): string[] {
  const body = bodyOf('teams', told) as TeamsMessage;
  const [attachment] = body.attachments;
  expect(body).toMatchObject({ type: 'message', attachments: [{ contentUrl: null }] });
  expect(attachment?.contentType).toBe('application/vnd.microsoft.card.adaptive');
  expect(Number(attachment?.content.version)).toBeLessThanOrEqual(1.5);
  expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(TEAMS_BYTES);
  const card = new AdaptiveCard();
  const read = new SerializationContext(Versions.v1_5);
  card.parse(attachment?.content, read);
  const parsed = Array.from({ length: read.eventCount }, (_, index) => read.getEventAt(index).message);
  return [...parsed, ...card.validateProperties().validationEvents.map(event => event.message)];
}

const ajv = new Ajv({ allErrors: true, strictRequired: false });
const isEvent = ajv.compile(pagerdutyEvent);

function pagerdutyProblems(told: Message): string[] {
  const body = bodyOf('pagerduty', told);
  expect(JSON.stringify(body).length).toBeLessThan(512 * 1024);
  return isEvent(body) ? [] : (isEvent.errors ?? []).map(({ instancePath, message: why }) => `${instancePath} ${why}`);
}

describe.each(said)('a message %s has the published form', (_, told) => {
  it('of Slack’s Block Kit', () => expect(slackProblems(told)).toEqual([]));
  it('of an Adaptive Card in a message of Teams', () => expect(teamsProblems(told)).toEqual([]));
  it('of PagerDuty’s Events API v2', () => expect(pagerdutyProblems(told)).toEqual([]));
});

it.each(['acknowledge', 'resolve'] as const)('what becomes of a page is told PagerDuty as %s', page => {
  expect(pagerdutyProblems({ ...message, page })).toEqual([]);
  expect(bodyOf('pagerduty', { ...message, page })).toMatchObject({
    ...{ event_action: page, dedup_key: dedupKey(message) },
  });
});

it('nothing in a message calls a whole channel of Slack or becomes a link of Teams', () => {
  const rude = { ...message, card: { ...message.card, text: '<!channel> [win](https://evil.example)' } };
  expect(JSON.stringify(bodyOf('slack', rude))).not.toContain('<!channel>');
  expect(JSON.stringify(bodyOf('teams', rude))).not.toContain('[win](');
});

it('the call of a major incident is a link on every channel', () => {
  for (const kind of ['slack', 'teams', 'pagerduty', 'webhook'] as const) {
    const links = JSON.stringify(bodyOf(kind, called)).match(/https:[^"]+/g) ?? [];
    expect(links).toEqual(expect.arrayContaining([called.card.bridge, called.card.link.url]));
  }
});

describe('a signed webhook', () => {
  beforeEach(() => jest.useFakeTimers({ now: message.at }));
  afterEach(() => jest.useRealTimers());

  const sent = postOf('webhook', { ...target, key: KEY }, message);
  const headers = {
    'webhook-id': sent.signed?.id ?? '',
    'webhook-timestamp': sent.signed?.timestamp ?? '',
    'webhook-signature': sent.signed?.signature ?? '',
  };

  it('is what whoever keeps to the standard takes, as documented', () => {
    expect(new Webhook(KEY).verify(sent.body, headers)).toMatchObject({
      type: 'baton.Breached',
      timestamp: '2026-03-02T09:00:01Z',
      data: { key: message.key, entry: 12, ticket: message.card.link, text: message.card.text },
    });
  });

  it('is none under another key, with another body, or too late', () => {
    const verifies = (key: string, body: string) => () => new Webhook(key).verify(body, headers);
    expect(verifies(`whsec_${Buffer.alloc(24, 1).toString('base64')}`, sent.body)).toThrow('No matching signature');
    expect(verifies(KEY, `${sent.body} `)).toThrow('No matching signature');
    jest.setSystemTime(message.at + 3_600_000);
    expect(verifies(KEY, sent.body)).toThrow('too old');
  });

  it('has the signature that the standard’s own example has', () => {
    const key = signingKey(KEY);
    const example = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', seconds: 1_614_265_330, body: '{"test": 2432232314}' };
    expect(key && signatureOf(key, example)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });
});
