import { saidOf, type DeskTicket, type Directory, type PastPlacement, type Placement } from '@baton/shared';
import { z } from 'zod';
import { instantOfText } from './translateFreshservice';

const activitySchema = z.looseObject({
  content: z.string().catch(''),
  sub_contents: z.array(z.string()).catch([]),
  created_at: z.string(),
});
export { activitySchema };
/** One line of a ticket's activities: human text, such as "set Group as Network". */
export type Activity = z.infer<typeof activitySchema>;

const byName = <T extends { readonly name: string }>(entries: Readonly<Record<string, T>>, name: string | undefined) =>
  name === undefined ? undefined : Object.keys(entries).find(id => entries[id]?.name === name);

const personSaid = (directory: Directory, lines: readonly string[], before: string | undefined) => {
  const agent = saidOf(lines, 'Agent');
  return agent === undefined ? before : byName(directory.people, agent);
};

const personIn = (place: Placement, person: string | undefined): Placement =>
  person === undefined ? place : { ...place, person };

/** Where an activity says the ticket went, as far as it names teams and people of the agreement. */
function placeSaid(directory: Directory, lines: readonly string[], before?: Placement): Placement | undefined {
  const team = byName(directory.teams, saidOf(lines, 'Group')) ?? before?.team;
  const known = team === undefined ? undefined : directory.teams[team];
  if (team === undefined || known === undefined) return undefined;
  return personIn({ party: known.party, team }, personSaid(directory, lines, before?.person));
}

/**
 * Where a ticket lay so far, from its activities, as far as they name teams and people by the names the agreement
 * has; oldest first, the first from its creation.
 */
export function translatePast(
  directory: Directory,
  ticket: DeskTicket,
  activities: readonly Activity[],
): readonly PastPlacement[] {
  const past: PastPlacement[] = [];
  for (const { content, sub_contents, created_at } of [...activities].reverse()) {
    const to = placeSaid(directory, [content, ...sub_contents], past[past.length - 1]?.to);
    if (to) past.push({ at: instantOfText(created_at), to });
  }
  return [{ at: ticket.createdAt, to: past[0]?.to ?? ticket.placement }, ...past.slice(1)];
}
