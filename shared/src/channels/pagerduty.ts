import { isoText } from '../panel';
import { cut } from './cut';
import type { Message } from './message';

const severities: Readonly<Record<number, string>> = Object.freeze({ 1: 'critical', 2: 'error', 3: 'warning' });

/** As long as PagerDuty takes a summary. */
const SUMMARY = 1_024;

/** By what PagerDuty knows one escalation again: what comes later about it joins the incident that is open. */
export const dedupKey = ({ escalation, ticket }: Pick<Message, 'escalation' | 'ticket'>): string =>
  `baton-${escalation}-${ticket}`;

/** Which escalation of which ticket a page was about; undefined where Baton did not send it. */
export function pagedAbout(key: string): Pick<Message, 'escalation' | 'ticket'> | undefined {
  const [, escalation, ticket] = /^baton-([0-9a-f]{24})-(\d{1,19})$/.exec(key) ?? [];
  return escalation === undefined || ticket === undefined ? undefined : { escalation, ticket };
}

function triggered({ card, fact, priority, at }: Message): object {
  const { title, text, lines, bridge } = card;
  const calls = bridge === undefined ? [] : [{ href: bridge, text: 'Join the call' }];
  return {
    client: 'Baton',
    client_url: card.link.url,
    links: [{ href: card.link.url, text: card.open }, ...calls],
    payload: {
      summary: cut(`${title}: ${text}`, SUMMARY),
      source: 'Baton',
      severity: severities[priority] ?? 'info',
      timestamp: isoText(at),
      component: fact.type,
      custom_details: Object.fromEntries(lines.map(({ label, value }) => [label, value])),
    },
  };
}

/** An event of PagerDuty's Events API v2: trigger, or what becomes of what was triggered. */
export function pagerdutyBody(message: Message, routingKey: string): object {
  const { page } = message;
  const event = { routing_key: routingKey, event_action: page ?? 'trigger', dedup_key: dedupKey(message) };
  return page === undefined ? { ...event, ...triggered(message) } : event;
}
