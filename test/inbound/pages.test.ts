import { createHmac } from 'node:crypto';
import { directoryOf, parseAgreement } from '../../shared/src/agreement';
import { dedupKey } from '../../shared/src/channels';
import { custodian, outboxOf } from '../../shared/src/escalation';
import type { Knock } from '../../shared/src/inbound';
import { storyText } from '../support/agreement';
import { desk as contoso, offers } from '../support/story';
import { PAGER_SECRET, storyDesk, type StoryDesk } from './alertDesk';

const directory = directoryOf(
  parseAgreement(
    storyText({
      'sources.pagerduty': { kind: 'pagerduty', name: 'PagerDuty' },
      channels: { pager: { kind: 'pagerduty' }, noc: { kind: 'slack' } },
      'parties.msp.notify': ['pager', 'noc'],
      'people.omar.contacts': [{ channel: 'pager', address: 'POMAR01' }],
    }),
  ),
);

/** An event of PagerDuty's webhooks, version 3, as PagerDuty signs it. */
function told(incident: string, more: object = {}, secret = PAGER_SECRET): Knock {
  const agent = { id: 'POMAR01', type: 'user_reference', summary: 'Omar Vidal', html_url: 'https://x.pagerduty.com/u' };
  const event = { id: '01EV', event_type: 'incident.acknowledged', resource_type: 'incident', agent };
  const data = { id: 'Q1', type: 'incident', number: 7, status: 'acknowledged', incident_key: incident };
  const body = JSON.stringify({ event: { ...event, occurred_at: '2026-03-02T10:05:00.000Z', data, ...more } });
  const fits = createHmac('sha256', secret).update(body).digest('hex');
  return { headers: { 'x-pagerduty-signature': `v1=${'0'.repeat(64)},v1=${fits}` }, body };
}

const [, , offer] = offers('2026-03-02 10:00', 'ana');
const by = (person: string) => ({ party: 'client', team: 'contoso-desk', person }) as const;

/** A ticket that Ana has offered to Northwind's NOC, whose pager has taken the page. */
async function paged(): Promise<{ on: StoryDesk; incident: string }> {
  const on = storyDesk(directory);
  await on.happens('4711', '2026-03-02 09:00', { type: 'TicketOpened', to: contoso });
  await on.happens('4711', '2026-03-02 09:05', { type: 'TicketMoved', to: by('ana') }, 'ana');
  await on.happens('4711', '2026-03-02 10:00', offer, 'ana');
  const { waiting } = outboxOf(await on.state('4711'));
  const outcomes = waiting.map(({ notice }) => ({ notice, channel: 'pager', key: 'k', isPage: true }));
  await on.happens('4711', '2026-03-02 10:00', { type: 'NoticesSent', outcomes });
  const state = await on.state('4711');
  if (state.status === 'unopened') throw new Error('the story has no escalation');
  return { on, incident: dedupKey({ escalation: state.id, ticket: '4711' }) };
}

const factsOf = async (on: StoryDesk, type: string) => (await on.facts('4711')).filter(fact => fact.type === type);
const channelsOwed = async (on: StoryDesk): Promise<string[]> =>
  outboxOf(await on.state('4711')).waiting.flatMap(({ channels, next }) => channels.slice(next));

describe('somebody who acknowledges a page at PagerDuty', () => {
  it('is known by their contact, at the time they did it, and has accepted nothing', async () => {
    const { on, incident } = await paged();
    expect((await on.knock(told(incident), '2026-03-02 10:06')).status).toBe(202);
    const [fact] = await factsOf(on, 'PageAcknowledged');
    expect(fact).toMatchObject({
      at: Date.parse('2026-03-02T10:05:00Z'),
      by: { person: 'omar', assurance: 'claimed', channel: 'pagerduty' },
      data: { party: 'msp' },
    });
    const state = await on.state('4711');
    expect(state).toMatchObject({ status: 'offered' });
    expect(state.status !== 'unopened' && custodian(state)).toMatchObject({ party: 'client', person: 'ana' });
  });

  it('is not paged again about it for half an hour, while what lapses lapses and other channels say so', async () => {
    const { on, incident } = await paged();
    await on.knock(told(incident), '2026-03-02 10:06');
    await on.happens('4711', '2026-03-02 10:32', { type: 'TimePassed' });
    expect(await factsOf(on, 'OfferLapsed')).toHaveLength(1);
    expect(await channelsOwed(on)).toEqual(expect.arrayContaining(['noc']));
    expect(await channelsOwed(on)).not.toContain('pager');
    await on.happens('4711', '2026-03-02 12:00', { type: 'TimePassed' });
    expect(await channelsOwed(on)).toContain('pager');
  });

  it('whom the agreement does not know is written down so, and keeps no page from anybody', async () => {
    const { on, incident } = await paged();
    await on.knock(told(incident, { agent: { id: 'PSOMEONE', summary: 'Sam Else' } }), '2026-03-02 10:06');
    expect((await factsOf(on, 'PageAcknowledged'))[0]).toMatchObject({ by: { native: 'PSOMEONE' }, data: {} });
    await on.happens('4711', '2026-03-02 10:32', { type: 'TimePassed' });
    expect(await channelsOwed(on)).toContain('pager');
  });

  it('twice is known once', async () => {
    const { on, incident } = await paged();
    await on.knock(told(incident), '2026-03-02 10:06');
    expect((await on.knock(told(incident), '2026-03-02 10:07')).status).toBe(200);
    expect(await factsOf(on, 'PageAcknowledged')).toHaveLength(1);
  });
});

it.each([
  ['resolving a page there', { event_type: 'incident.resolved' }, 200],
  ['a test of the connection', { event_type: 'pagey.ping', data: { message: 'Hello' } }, 200],
  ['what happened two days ago', { occurred_at: '2026-02-28T10:00:00Z' }, 401],
  ['a time that is none', { occurred_at: 'yesterday' }, 400],
] as const)('%s changes nothing', async (_, more, status) => {
  const { on, incident } = await paged();
  const before = (await on.facts('4711')).length;
  expect((await on.knock(told(incident, more), '2026-03-02 10:06')).status).toBe(status);
  expect(await on.facts('4711')).toHaveLength(before);
});

it('a page of another escalation, and one that is signed with another secret, change nothing', async () => {
  const { on, incident } = await paged();
  const before = (await on.facts('4711')).length;
  await on.knock(told(`baton-${'0'.repeat(24)}-4711`), '2026-03-02 10:06');
  expect((await on.knock(told(incident, {}, 'another secret of theirs'), '2026-03-02 10:06')).status).toBe(401);
  expect(await on.facts('4711')).toHaveLength(before);
});
