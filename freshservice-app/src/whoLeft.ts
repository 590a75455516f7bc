import { withLeft, type Directory, type HeldTicket, type HoldingParty } from '@baton/shared';
import { listAgents, type Agent } from './freshserviceDesk';
import type { Installation } from './installation';
import { heldBy } from './listedEscalations';
import { keepLeft } from './whoIsThere';

type Person = Directory['people'][string];

/** Moved away from every group of their teams, where these have groups. */
function isMovedAway({ teams }: Directory, person: Person, agent: Agent): boolean {
  const groups = person.teams.flatMap(team => teams[team]?.freshserviceGroups ?? []);
  return groups.length > 0 && !groups.some(group => agent.member_of.includes(group));
}

const worksHere = (directory: Directory, person: Person, agent: Agent | undefined): boolean =>
  agent?.active === true && !isMovedAway(directory, person, agent);

/** Who of the agreement is no active agent of their groups any more; undefined where the agents cannot be told. */
async function goneNow(directory: Directory): Promise<readonly string[] | undefined> {
  const agents = await listAgents();
  if (!agents || agents.length === 0) return undefined;
  const byId = new Map(agents.map(agent => [agent.id, agent]));
  return Object.entries(directory.people).flatMap(([id, person]) => {
    const isAgent = person.freshservice !== undefined;
    return isAgent && !worksHere(directory, person, byId.get(person.freshservice ?? '')) ? [id] : [];
  });
}

async function ticketsOf(directory: Directory, people: readonly string[]): Promise<readonly HeldTicket[]> {
  const parties = new Set(people.map(person => directory.people[person]?.party as HoldingParty));
  const held: HeldTicket[] = [];
  for (const party of parties) {
    const { rows } = await heldBy(party);
    held.push(
      ...rows.flatMap(({ ticket, row: { holder } }) =>
        people.includes(holder.person ?? '') ? [{ ticket, person: holder.person ?? '' }] : [],
      ),
    );
  }
  return held;
}

/** The people of an agreement, told apart from those of another. */
const namedIn = ({ directory, hash }: Installation): string =>
  hash(Object.keys(directory.people).sort().join()).slice(0, 16);

/** What somebody holds whom the agreement names no more: it may have been changed since. */
async function ticketsOfUnnamed({ people }: Directory): Promise<string[]> {
  const held: string[] = [];
  for (const party of ['msp', 'client'] as const) {
    const { rows } = await heldBy(party);
    held.push(
      ...rows.flatMap(({ ticket, row }) => (people[row.holder.person ?? ''] || !row.holder.person ? [] : [ticket])),
    );
  }
  return held;
}

/** The installation as it is once it is known who has left, and the tickets they held. */
export interface LeftBehind {
  readonly installation: Installation;
  readonly tickets: readonly string[];
  /** Whom the agreement names, for the next look. */
  readonly named: string;
}

/**
 * Looks who has left, and stores it where that is news at `now` (epoch ms); where the agreement names others than it did
 * at the last look, who is named no more has left too. @throws DeskError
 */
export async function leftBehind(
  installation: Installation,
  before: string | undefined,
  now: number,
): Promise<LeftBehind> {
  const named = namedIn(installation);
  const unnamed = named === before ? [] : await ticketsOfUnnamed(installation.directory);
  const left = await leftNow(installation, now);
  return { installation: left.installation, tickets: [...new Set([...unnamed, ...left.tickets])], named };
}

async function leftNow(installation: Installation, now: number): Promise<Omit<LeftBehind, 'named'>> {
  const { directory, presence, hash } = installation;
  const gone = await goneNow(directory);
  const news = gone?.filter(person => presence.left[person] === undefined) ?? [];
  const isSame = news.length === 0 && gone?.length === Object.keys(presence.left).length;
  if (!gone || isSame) return { installation, tickets: [] };
  const held = await ticketsOf(directory, news);
  const next = withLeft(presence, gone, now, held);
  await keepLeft(next, hash);
  return { installation: installation.with(next), tickets: held.map(({ ticket }) => ticket) };
}
