import { sendDigest, type Answer, type DigestEntry } from '../../shared/src/channels';
import { DeskError } from '../../shared/src/failures';
import { outboxOf } from '../../shared/src/escalation';
import { leftUnsaid } from '../../shared/src/ledger/notices';
import { accepts, crossing, heldByAna, instant, offers, resolves, story, ticks, type Story } from '../support/story';
import { needsInfo, raises } from '../support/asks';
import { warnedTerms } from '../support/agreement';
import { channelDesk, heard, notifying, sends, warned, world, type World } from './channelDesk';

const silence = (): Error => new DeskError('unreachable', 'no answer');

const offering = offers('2026-03-02 10:00', 'ana');

/** Ana's offer to Northwind, as it was told on the channels of both parties. */
async function offered(told: Story, outside: World) {
  await heldByAna(told);
  const { notices } = await told.happens(...offering);
  await sends(told, notices, channelDesk(outside, '2026-03-02 10:00:01', silence));
  return told;
}

/** What a sweep at that instant sends. */
async function sweeps(told: Story, outside: World, at: string): Promise<void> {
  const left = leftUnsaid(await told.state(), [], instant(at));
  await sends(told, left, channelDesk(outside, at, silence));
}

const noted = async (told: Story): Promise<string[]> =>
  (await told.facts()).flatMap(fact => {
    if (fact.type === 'NoticeHandedOver') return [`${fact.data.channel} took it`];
    return fact.type === 'NoticeFailed' ? [`${fact.data.channel} ${fact.data.because}`] : [];
  });

describe('a fact that concerns a party', () => {
  it('is told on the first of its channels, once, and that is a fact', async () => {
    const outside = world();
    const told = await offered(heard(['noc', 'hook']), outside);
    expect(outside.posts.map(({ host }) => host)).toEqual(['hooks.slack.com']);
    expect(await noted(told)).toEqual(['noc took it']);
    await sweeps(told, outside, '2026-03-02 10:10');
    expect(outside.posts).toHaveLength(1);
  });

  it('is told nobody where the agreement names no channel', async () => {
    const told = await heldByAna(story());
    const { notices } = await told.happens(...offering);
    expect(notices.filter(({ is }) => is === 'deliver')).toEqual([]);
    expect(await told.types()).not.toContain('NoticeOwed');
  });

  it('is told nobody of a party whose boundary only watches', async () => {
    const watching = crossing('client>msp', { mode: 'observe' });
    const told = story({}, { directory: notifying(['noc']), terms: async () => watching(warnedTerms()) });
    await heldByAna(told);
    expect((await told.happens(...offering)).notices.filter(({ is }) => is === 'deliver')).toEqual([]);
  });

  it('names the ticket, who holds it and what is due, and nothing that a person wrote', async () => {
    const outside = world();
    await offered(heard(['hook']), outside);
    const [post] = outside.posts;
    expect(post?.body).toContain('Contoso Service desk (Ana Pires)');
    expect(post?.body).toContain('https://contoso.atlassian.net/browse/CON-1');
    expect(post?.body).not.toMatch(/Disk latency|Replace the volume|Latency graph|Payroll/);
  });
});

it('a message about a major incident has the address of its call, and none that is no address', async () => {
  const outside = world();
  const told = await heldByAna(warned([], ['hook']));
  await told.happens('2026-03-02 09:10', 'ana', { type: 'DeclareMajor' });
  await told.happens('2026-03-02 09:11', 'carla', { type: 'OpenBridge', bridge: 'https://meet.example.com/db-2' });
  const { notices } = await told.happens(...ticks('2026-03-02 09:40'));
  await sends(told, notices, channelDesk(outside, '2026-03-02 09:40', silence));
  await told.happens('2026-03-02 09:41', 'carla', { type: 'OpenBridge', bridge: 'Call 555 0100' });
  const later = (await told.happens(...ticks('2026-03-02 10:40'))).notices;
  await sends(told, later, channelDesk(outside, '2026-03-02 10:40', silence));
  const bridges = outside.posts.map(({ body }) => (JSON.parse(body) as { data: { bridge?: string } }).data.bridge);
  expect(bridges).toEqual(['https://meet.example.com/db-2', undefined]);
});

describe('a channel that does not take a message', () => {
  it('hands on to the next at once, and each failure is a fact', async () => {
    const outside = {
      ...world(),
      answer: ({ host }: { host: string }) => (host === 'hooks.slack.com' ? ('nothing' as const) : { status: 204 }),
    };
    const told = await offered(heard(['noc', 'hook']), outside);
    expect(await noted(told)).toEqual(['noc unreachable', 'hook took it']);
  });

  it.each([
    [302, 'redirected'],
    [404, 'refused'],
    [429, 'busy'],
    [500, 'unreachable'],
  ])('is named by what it did: %i is %s', async (status, because) => {
    const outside = { ...world(), answer: () => ({ status }) };
    expect(await noted(await offered(heard(['noc']), outside))).toEqual([`noc ${because}`]);
  });

  it('is not set up while nobody entered its address', async () => {
    const desk = {
      ...channelDesk(world(), '2026-03-02 10:00:01', silence),
      secretOf: () => Promise.resolve(undefined),
    };
    const told = await heldByAna(heard(['noc', 'mail']));
    await sends(told, (await told.happens(...offering)).notices, desk);
    expect(await noted(told)).toEqual(['noc not set up', 'mail took it']);
  });

  it('is tried again later and later, then given up, and once more when somebody asks for it', async () => {
    const outside = { ...world(), answer: () => ({ status: 500 }) };
    const told = await offered(heard(['noc']), outside);
    const rounds = ['10:02', '10:08', '10:24', '11:25', '15:30', '23:00'];
    for (const time of rounds) await sweeps(told, outside, `2026-03-02 ${time}`);
    expect(outside.posts.filter(({ body }) => body.includes('offered it to'))).toHaveLength(6);
    expect(outboxOf(await told.state()).givenUp).toMatchObject([{ channels: ['noc'] }]);
    await told.happens('2026-03-03 09:00', 'grace', { type: 'RetryNotices' });
    outside.answer = () => ({ status: 200 });
    await sweeps(told, outside, '2026-03-03 09:00');
    expect(outboxOf(await told.state()).givenUp).toEqual([]);
    expect(await noted(told)).toContain('noc took it');
  });

  it('is left alone for as long as it asks', async () => {
    const outside = { ...world(), answer: () => ({ status: 429, waits: 600_000 }) };
    const told = await offered(heard(['noc']), outside);
    await sweeps(told, outside, '2026-03-02 10:09:59');
    expect(outside.posts).toHaveLength(1);
    await sweeps(told, outside, '2026-03-02 10:10:01');
    expect(outside.posts).toHaveLength(2);
  });
});

describe('a crash', () => {
  it('before anything was sent is made good by a sweep a minute later', async () => {
    const outside = world();
    const told = await heldByAna(heard(['noc']));
    await told.happens(...offering);
    await sweeps(told, outside, '2026-03-02 10:00:59');
    expect(outside.posts).toEqual([]);
    await sweeps(told, outside, '2026-03-02 10:01');
    expect(outside.posts).toHaveLength(1);
  });

  it('between sending and noting sends the same message under the same key', async () => {
    const outside = world();
    const told = await heldByAna(heard(['hook']));
    const { notices } = await told.happens(...offering);
    const desk = channelDesk(outside, '2026-03-02 10:00:01', silence);
    const { append } = told.ports.ledger;
    Object.assign(told.ports.ledger, { append: () => Promise.reject(new Error('the app died')) });
    await expect(sends(told, notices, desk)).rejects.toThrow('the app died');
    Object.assign(told.ports.ledger, { append });
    await sweeps(told, outside, '2026-03-02 10:05');
    const [first, again] = outside.posts.map(({ signed }) => signed?.id);
    expect(again).toBe(first);
    expect(await noted(told)).toEqual(['hook took it']);
  });
});

it('what was learned in one go is one message, and each of it is noted', async () => {
  const outside = world();
  const told = await heldByAna(warned([], ['hook']));
  const { notices } = await told.happens(...ticks('2026-03-02 13:10'));
  await sends(told, notices, channelDesk(outside, '2026-03-02 13:10', silence));
  expect(outside.posts).toHaveLength(1);
  expect(outside.posts[0]?.body).toMatch(/has not.*% of the time is used up/);
  expect(outboxOf(await told.state()).waiting).toEqual([]);
});

it('a message about an obligation replaces an older one that nobody has taken yet', async () => {
  const told = await heldByAna(warned([], ['noc']));
  await told.happens(...ticks('2026-03-02 10:06'));
  const about = outboxOf(await told.state()).waiting.map(({ about: name }) => name);
  expect(about.length).toBeGreaterThan(0);
  expect(new Set(about).size).toBe(about.length);
});

it('a message that waits goes on waiting whatever becomes of the ticket', async () => {
  const outside = { ...world(), answer: () => ({ status: 500 }) };
  const told = await offered(heard(['noc']), outside);
  for (const [at, who, what] of [accepts('2026-03-02 10:12', 'omar'), resolves('2026-03-02 11:00', 'omar')]) {
    await told.happens(at, who, what);
    expect(outboxOf(await told.state()).waiting).toMatchObject([{ channels: ['noc'] }]);
  }
});

describe('a page', () => {
  it('is acknowledged by whoever accepts, and resolved with the ticket', async () => {
    const outside = world();
    const told = await offered(heard(['pager']), outside);
    const at = ['2026-03-02 10:12', '2026-03-02 11:00'] as const;
    const [, who, acceptance] = accepts(at[0], 'omar');
    await sends(told, (await told.happens(at[0], who, acceptance)).notices, channelDesk(outside, at[0], silence));
    const [, , resolving] = resolves(at[1], 'omar');
    await sends(told, (await told.happens(at[1], 'omar', resolving)).notices, channelDesk(outside, at[1], silence));
    const events = outside.posts.map(({ body }) => JSON.parse(body) as { event_action: string; dedup_key: string });
    expect(events.map(({ event_action }) => event_action)).toEqual(['trigger', 'acknowledge', 'resolve']);
    expect(new Set(events.map(({ dedup_key }) => dedup_key)).size).toBe(1);
  });
});

describe('a storm', () => {
  const gathering = (outside: World, kept: DigestEntry[], at: string) => ({
    ...channelDesk(outside, at, silence),
    pace: {
      mayGoAlone: () => Promise.resolve(false),
      intoDigest: (_: string, entry: DigestEntry) => Promise.resolve(void kept.push(entry)),
    },
  });

  it('of what clocks say goes into one digest, and each is noted', async () => {
    const [outside, kept] = [world(), [] as DigestEntry[]];
    const told = await heldByAna(warned([], ['noc']));
    const { notices } = await told.happens(...ticks('2026-03-02 09:40'));
    await sends(told, notices, gathering(outside, kept, '2026-03-02 09:40'));
    expect(outside.posts).toEqual([]);
    expect(kept).toHaveLength(1);
    expect(await told.factsOf('NoticeHandedOver')).toMatchObject([{ data: { channel: 'noc', isDigest: true } }]);
    const many = Array.from({ length: 30 }, (_, index) => ({
      ...{
        key: `msg_${index}`,
        text: 'It is late.',
        link: { label: `CON-${index}`, url: 'https://contoso.example/x' },
      },
    }));
    await sendDigest(channelDesk(outside, '2026-03-02 09:45', silence), notifying([], ['noc']), 'noc', many);
    expect(outside.posts).toHaveLength(1);
    expect(outside.posts[0]?.body).toContain('30 more messages');
    expect(outside.posts[0]?.body).toContain('21 more, in Baton');
  });

  it('keeps nobody from hearing what a person did, or from being paged', async () => {
    const [outside, kept] = [world(), [] as DigestEntry[]];
    const told = await heldByAna(heard(['noc']));
    const { notices } = await told.happens(...offering);
    await sends(told, notices, gathering(outside, kept, '2026-03-02 10:00:01'));
    const paged = await heldByAna(warned([], ['pager']));
    const late = (await paged.happens(...ticks('2026-03-02 09:40'))).notices;
    await sends(paged, late, gathering(outside, kept, '2026-03-02 09:40'));
    expect(kept).toEqual([]);
    expect(outside.posts.map(({ host }) => host)).toEqual(['hooks.slack.com', 'events.pagerduty.com']);
  });

  it('that its channel does not take is kept, since a digest is tried again', async () => {
    const outside = { ...world(), answer: () => ({ status: 500 }) };
    const entry = { key: 'msg_1', text: 'It is late.', link: { label: 'CON-1', url: 'https://contoso.example/x' } };
    const sent = sendDigest(channelDesk(outside, '2026-03-02 09:45', silence), notifying(['noc']), 'noc', [entry]);
    await expect(sent).rejects.toThrow('did not take a digest');
  });
});

describe('messages of one escalation', () => {
  /** Ana's offer, which the one channel of both parties did not take at 10:00, and all that Baton has posted since. */
  const late = async (answer: Answer) => {
    const outside: World = { ...world(), answer: () => answer };
    const told = await offered(heard(['hook'], ['hook']), outside);
    outside.posts.length = 0;
    return { told, outside };
  };
  /** Omar needs to know more at that time, and whoever takes that down sends at once what may leave. */
  const needsToKnow = async (told: Story, outside: World, at: string): Promise<void> => {
    await sends(told, (await told.happens(...needsInfo(at, 'omar'))).notices, channelDesk(outside, at, silence));
  };
  const posted = ({ posts }: World): string[] =>
    posts.map(({ body }) => (JSON.parse(body) as { type: string }).type.replace('baton.', ''));

  it('come in order once a channel takes them again: a newer one has the older one tried before it', async () => {
    const { told, outside } = await late({ status: 500 });
    for (const time of ['10:02', '10:08']) await sweeps(told, outside, `2026-03-02 ${time}`);
    outside.answer = () => ({ status: 200 });
    outside.posts.length = 0;
    // By itself the offer would be tried again at 10:23.
    await needsToKnow(told, outside, '2026-03-02 10:10');
    expect(posted(outside)).toEqual([]);
    await sweeps(told, outside, '2026-03-02 10:11');
    expect(posted(outside)).toEqual(['HandoffOffered', 'Asked']);
    await sweeps(told, outside, '2026-03-02 12:00');
    expect(posted(outside)).toHaveLength(2);
    expect(outboxOf(await told.state()).waiting).toEqual([]);
  });

  it('cost one try of the oldest while a channel is down, which uses up none of its own', async () => {
    const { told, outside } = await late({ status: 500 });
    for (const time of ['10:02', '10:08']) await sweeps(told, outside, `2026-03-02 ${time}`);
    outside.posts.length = 0;
    await needsToKnow(told, outside, '2026-03-02 10:10');
    await sweeps(told, outside, '2026-03-02 10:11');
    expect(posted(outside)).toEqual(['HandoffOffered']);
    expect(outboxOf(await told.state()).waiting).toMatchObject([{ rounds: 3 }, { rounds: 1, next: 0 }]);
    expect(await noted(told)).toContain('hook behind');
    for (const day of ['02 10:30', '02 11:40', '02 15:50']) await sweeps(told, outside, `2026-03-${day}`);
    expect(outboxOf(await told.state())).toMatchObject({ waiting: [{ rounds: 4 }], givenUp: [{ rounds: 6 }] });
  });

  it('leave a channel alone for as long as it asks, whatever comes after', async () => {
    const { told, outside } = await late({ status: 429, waits: 600_000 });
    outside.answer = () => ({ status: 200 });
    await needsToKnow(told, outside, '2026-03-02 10:04');
    await sweeps(told, outside, '2026-03-02 10:09:59');
    expect(posted(outside)).toEqual([]);
    await sweeps(told, outside, '2026-03-02 10:10:01');
    expect(posted(outside)).toEqual(['HandoffOffered', 'Asked']);
  });

  it('go past one that was given up', async () => {
    const { told, outside } = await late({ status: 500 });
    const rounds = ['10:02', '10:08', '10:24', '11:25', '15:30'];
    for (const time of rounds) await sweeps(told, outside, `2026-03-02 ${time}`);
    expect(outboxOf(await told.state()).givenUp).toHaveLength(1);
    outside.answer = () => ({ status: 200 });
    outside.posts.length = 0;
    await told.happens(...raises('2026-03-02 15:40', 'ana', 'grace'));
    await sweeps(told, outside, '2026-03-02 15:42');
    expect(posted(outside)).toContain('OfferLapsed');
    expect(posted(outside)).not.toContain('HandoffOffered');
    expect(outboxOf(await told.state()).givenUp).toHaveLength(1);
  });

  it('do not wait for one that goes elsewhere', async () => {
    const outside: World = { ...world(), answer: ({ host }) => ({ status: host === 'hooks.slack.com' ? 500 : 200 }) };
    const told = await offered(heard(['noc'], ['hook']), outside);
    outside.posts.length = 0;
    await needsToKnow(told, outside, '2026-03-02 10:10');
    expect(posted(outside)).toEqual(['Asked']);
  });
});
