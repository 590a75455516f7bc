import { z } from 'zod';
import { readInstant } from '../time';
import { parsedJson } from './envelope';
import type { Read } from './alertPayload';

/** What is read of an event of PagerDuty's webhooks, version 3. */
const eventSchema = z.object({
  event: z.object({
    id: z.string().min(1).max(100),
    event_type: z.string(),
    occurred_at: z.string(),
    agent: z.object({ id: z.string().max(60), summary: z.string().max(120).catch('') }).nullish(),
    data: z.object({ incident_key: z.string().max(255).nullish() }).catch({}),
  }),
});

/** Something that happened to a page, as PagerDuty tells it. Epoch ms. */
export interface PagerEvent {
  readonly id: string;
  readonly type: string;
  readonly at: number;
  /** By which the page is known again, as Baton named it. */
  readonly incident: string;
  /** Who did it, by PagerDuty's id. */
  readonly agent?: { readonly id: string; readonly summary: string };
}

/** An event of PagerDuty, or what is wrong with it. */
export function readPagerEvent(text: string): Read<PagerEvent> {
  const { data } = eventSchema.safeParse(parsedJson(text));
  if (!data) return { problem: 'This is no event of PagerDuty’s webhooks, version 3.' };
  const { id, event_type: type, occurred_at, agent, data: about } = data.event;
  const at = readInstant(occurred_at);
  if (at === undefined) return { problem: 'At event.occurred_at: is no instant.' };
  return { is: { id, type, at, incident: about.incident_key ?? '', ...(agent ? { agent } : {}) } };
}
