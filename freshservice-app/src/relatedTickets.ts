import { advance, tellLinked, tellParent, type Notice } from '@baton/shared';
import { z } from 'zod';
import { ask, readTicket } from './freshserviceDesk';
import type { Installation } from './installation';
import { nativeId, translateTicket } from './translateFreshservice';

/** Ids, or tickets with ids: the product documents that they can be asked for, and no form of the answer. */
const ticketId = z.union([nativeId, z.looseObject({ id: nativeId }).transform(({ id }) => id)]);
const relatedSchema = z.looseObject({
  parent_id: ticketId.nullish().catch(undefined),
  child_ids: z.array(ticketId).catch([]),
});
const answerSchema = z.looseObject({ ticket: z.looseObject({ related_tickets: relatedSchema.nullish() }) });

/** The parent and the children of a ticket; none where Freshservice does not say. @throws DeskError */
async function readRelated(id: string): Promise<z.infer<typeof relatedSchema>> {
  const answer = answerSchema.safeParse(await ask('getRelated', { ticketId: id }));
  return answer.data?.ticket.related_tickets ?? { child_ids: [] };
}

const portsOn = (installation: Installation, id: string) =>
  installation.portsFor(async () => translateTicket(installation.directory, await readTicket(id)).facts);

/** What is to be done on another ticket than the one that was looked at. */
export interface Elsewhere {
  readonly ticket: string;
  readonly notices: readonly Notice[];
}

/** So many children go with a major incident, as long as a run has time and quota for them. */
const MOST_CHILDREN = 10;

/** Has the children of a major incident go with it, or leave it. @throws LedgerError, DeskError */
export async function followMajor(installation: Installation, major: string): Promise<readonly Elsewhere[]> {
  const { child_ids: children } = await readRelated(major);
  const all: Elsewhere[] = [];
  for (const linked of children.slice(0, MOST_CHILDREN)) {
    const ports = portsOn(installation, linked);
    all.push({ ticket: linked, notices: await tellLinked(ports, { major, linked, isLinked: true, now: Date.now() }) });
  }
  return all;
}

/** Tells a parent where its child lies. @throws LedgerError, DeskError */
export async function tellParentOf(installation: Installation, child: string, parent: string): Promise<Elsewhere> {
  const about = { child, parent, label: `#${child}`, now: Date.now() };
  return { ticket: parent, notices: await tellParent(portsOn(installation, parent), about) };
}

/**
 * Looks whose child a ticket is that has just been given to somebody: no event tells that.
 *
 * @returns what is to be done on the ticket, its parent being told among that
 * @throws LedgerError, DeskError
 */
export async function lookForParent(installation: Installation, id: string): Promise<readonly Notice[]> {
  const { parent_id: parent } = await readRelated(id);
  if (typeof parent !== 'string') return [];
  const now = Date.now();
  const { notices } = await advance(portsOn(installation, id), id, [
    {
      ...{ type: 'ParentSeen', parent, deliveryId: `fs:parent:${id}:${parent}`, at: now, learned: now },
      ...{ actor: { rule: 'freshservice' }, channel: 'freshservice', assurance: 'platform' },
    },
  ]);
  return notices;
}
