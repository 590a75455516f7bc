import { testChannel, type Post } from '../../shared/src/channels';
import { DeskError } from '../../shared/src/failures';

const now = Date.parse('2026-03-02T09:00:00Z');
const slack = { address: 'https://hooks.slack.com/services/T0/B0/x' };

/** A desk whose channels answer so, and what was posted to them. */
function desk(secret: object | undefined, answer: () => Promise<{ status: number }> = async () => ({ status: 200 })) {
  const posted: Post[] = [];
  const post = (message: Post) => {
    posted.push(message);
    return answer();
  };
  return { posted, now, post, secretOf: () => Promise.resolve(secret) };
}

const test = (at: ReturnType<typeof desk>, kind: 'slack' | 'pagerduty' | 'webhook' = 'slack') =>
  testChannel(at, 'noc', { kind, name: '#noc' }, 'https://contoso.example');

describe('A test of a channel', () => {
  it('is a message that says that it is one', async () => {
    const at = desk(slack);
    expect(await test(at)).toEqual({ ok: true });
    expect(at.posted).toHaveLength(1);
    expect(at.posted[0]).toMatchObject({ host: 'hooks.slack.com', path: 'services/T0/B0/x' });
    expect(at.posted[0]?.body).toContain('This is a test of the channel noc');
  });

  it('of a pager is resolved at once, by the same key', async () => {
    const at = desk({ key: 'a'.repeat(32) });
    expect(await test(at, 'pagerduty')).toEqual({ ok: true });
    const events = at.posted.map(({ body }) => JSON.parse(body) as Record<string, string>);
    expect(events.map(({ event_action }) => event_action)).toEqual(['trigger', 'resolve']);
    expect(new Set(events.map(({ dedup_key }) => dedup_key)).size).toBe(1);
  });

  it('of a webhook is signed', async () => {
    const key = `whsec_${Buffer.from('k'.repeat(32)).toString('base64')}`;
    const at = desk({ address: 'https://hooks.zapier.com/x', key });
    expect(await test(at, 'webhook')).toEqual({ ok: true });
    expect(at.posted[0]?.signed?.signature).toMatch(/^v1,/);
  });

  it.each([
    ['no address', desk(undefined), 'The channel is missing; paste the address'],
    ['a refused message', desk(slack, async () => ({ status: 403 })), 'The channel did not take the test: refused.'],
    ['a busy channel', desk(slack, async () => ({ status: 429 })), 'The channel did not take the test: busy.'],
    ['no answer', desk(slack, () => Promise.reject(new DeskError('unreachable', ''))), 'The channel did not answer.'],
  ])('with %s says so and what to do', async (_, at, sentence) => {
    const tested = await test(at);
    expect(tested).toMatchObject({ ok: false });
    if (!tested.ok) expect(tested.sentence).toContain(sentence);
    if (!tested.ok) expect(tested.remedy).not.toBe('');
  });
});
