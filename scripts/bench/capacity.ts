import { benchDesk, type BenchDesk, type DeskName } from './benchDesk';
import { claimForAccept, newTicket, offer, type Performed } from './everyAction';
import type { Quota } from './quotas';

/** What people and the desk do again and again, and how a ticket is made ready for it. */
interface Kind {
  readonly words: string;
  /** The action of {@link Performed} whose cost it is. */
  readonly action: string;
  readonly isEvent?: true;
  /** Whether one ticket serves for all of them. */
  readonly isRepeatable?: true;
  readonly ready: (on: BenchDesk) => Promise<string>;
  /** What the person is told when it is refused; undefined when it was done. */
  readonly happens: (on: BenchDesk, id: string) => Promise<string | undefined>;
}

const pressed = async (on: BenchDesk, id: string, [person, request]: readonly [string, object]) => {
  const answer = await on.press(id, person, request);
  return answer.ok ? undefined : `${answer.sentence} ${answer.remedy}`;
};
const claimed = async (on: BenchDesk): Promise<string> => {
  const id = await newTicket(on);
  await on.desk.settle();
  await on.desk.change(id, 'ana', { person: 'ana' });
  await on.desk.settle();
  return id;
};
const offered = async (on: BenchDesk): Promise<string> => {
  const id = await claimed(on);
  const refused = await pressed(on, id, ['ana', offer]);
  if (refused !== undefined) throw new Error(`A ticket could not be made ready: ${refused}`);
  return id;
};

/** The kinds of use whose number a minute is measured. */
export const kinds: readonly Kind[] = [
  {
    words: 'panels',
    action: 'the panel is shown',
    isRepeatable: true,
    ready: claimed,
    happens: (on, id) => pressed(on, id, ['ana', { type: 'view' }]),
  },
  { words: 'hand offs', action: 'hand off', ready: claimed, happens: (on, id) => pressed(on, id, ['ana', offer]) },
  {
    words: 'acceptances with their events',
    action: 'accept, after the event of the claim',
    ready: offered,
    happens: async (on, id) => {
      await claimForAccept(on, id);
      await on.desk.settle();
      return pressed(on, id, ['omar', { type: 'accept' }]);
    },
  },
  {
    words: 'events that become facts',
    action: 'a ticket is claimed',
    isEvent: true,
    ready: newTicket,
    happens: async (on, id) => {
      await on.desk.change(id, 'ana', { person: 'ana' });
      await on.desk.settle();
      return on.isTaken(id) ? undefined : 'nobody waits for an event';
    },
  },
];

/** How many of a kind a quota carries in a minute, and what comes of the next. */
export interface Carried {
  /** Undefined where this kind does not touch the quota. */
  readonly perMinute?: number;
  readonly then?: string;
}

/** What one action takes of a quota. */
function useOf(quota: Quota, kind: Kind, performed: readonly Performed[]): number {
  const calls = performed.find(({ action }) => action === kind.action)?.calls ?? [];
  const meant = quota.isOfPanel ? calls.filter(({ action }) => action.startsWith('panel ')) : calls;
  const counted = meant.flatMap(({ operations }) => Object.entries(operations));
  return counted.reduce((sum, [name, count]) => sum + (quota.counts.includes(name) ? count : 0), 0);
}

/** Few at a time, so that making tickets ready exhausts nothing. */
const AT_ONCE = 2;

async function readied(on: BenchDesk, kind: Kind, count: number): Promise<readonly string[]> {
  if (kind.isRepeatable) return new Array<string>(count).fill(await kind.ready(on));
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    if (made % AT_ONCE === 0) await on.minutes(1);
    ids.push(await kind.ready(on));
    await on.desk.settle();
  }
  return ids;
}

/** Most minutes an event may take until it is a fact; the apps try again for two hours. */
const LONGEST = 150;

/** What becomes of events the platform had no room for. */
async function madeGood(on: BenchDesk, ids: readonly string[]): Promise<string> {
  const late = ids.filter(id => !on.isTaken(id)).length;
  for (let minutes = 1; minutes <= LONGEST; minutes += 1) {
    await on.minutes(1);
    if (ids.every(id => on.isTaken(id))) return `${late} refused, tried again, all facts after ${minutes} min`;
  }
  return `${ids.filter(id => !on.isTaken(id)).length} of ${late} refused are left to reconciliation`;
}

const turnedAway = (error: unknown): string => `turned away by the platform: ${(error as Error).message}`;

async function driven(
  on: BenchDesk,
  kind: Kind,
  ids: readonly string[],
): Promise<readonly [number, string | undefined]> {
  for (const [done, id] of ids.entries()) {
    const told = await kind.happens(on, id).catch(turnedAway);
    if (told !== undefined) return [done, told];
  }
  return [ids.length, undefined];
}

/** Drives a fresh host, under this quota alone, with one kind of use until it refuses. */
export async function carried(
  name: DeskName,
  dist: string,
  { quota, kind, performed }: { quota: Quota; kind: Kind; performed: readonly Performed[] },
): Promise<Carried> {
  const use = useOf(quota, kind, performed);
  if (use === 0) return {};
  const room = quota.perMinute / quota.scale;
  const on = await benchDesk(name, dist, { [quota.name]: room });
  const ids = await readied(on, kind, Math.ceil(room / use) + 2);
  await on.minutes(1);
  const [done, refusal] = await driven(on, kind, ids);
  const isMore = kind.isEvent && refusal !== undefined;
  if (isMore) for (const id of ids.slice(done + 1)) await kind.happens(on, id);
  const then = isMore ? await madeGood(on, ids) : refusal;
  await on.stop();
  // What was never refused used the quota once, in passing, and not each time.
  return then === undefined ? {} : { perMinute: done * quota.scale, then };
}
