import { DeskError, onCallAfter, type Directory, type OnCall } from '@baton/shared';
import { z } from 'zod';
import { ask, read } from './freshserviceDesk';
import type { Installation } from './installation';
import { keepOnCall } from './whoIsThere';

/** How often Freshservice is asked who is on call, ms. */
const EVERY = 3_600_000;
/** As many schedules are asked for at once; the others come in the next sweep. */
const MOST = 10;

/** The rosters of a shift, whoever answers first first. */
const ROSTERS = ['PRIMARY', 'SECONDARY', 'TERTIARY'];

const eventSchema = z.looseObject({
  user: z.looseObject({ id: z.union([z.number(), z.string()]).transform(String) }),
  roster_type: z.string(),
});

/** Native ids of who is on call now, whoever answers first first. @throws DeskError */
async function calledBy(scheduleId: string): Promise<readonly string[]> {
  const events = read(z.array(eventSchema), await ask('getOnCall', { scheduleId }), 'shift_events');
  const rank = (roster: string): number => ROSTERS.indexOf(roster);
  const known = events.filter(({ roster_type }) => rank(roster_type) >= 0);
  return known.sort((one, other) => rank(one.roster_type) - rank(other.roster_type)).map(({ user }) => user.id);
}

const personOf = ({ people }: Directory, native: string): string | undefined =>
  Object.keys(people).find(id => people[id]?.freshservice === native);

const lineFor = (error: unknown): void =>
  console.info(`Who is on call is asked for later: ${error instanceof Error ? error.message : 'unknown reason'}`);

const isBusy = (error: unknown): boolean => error instanceof DeskError && error.code === 'busy';

/** Whom the agreement knows of those who are on call; undefined where Freshservice does not say. @throws DeskError `busy` */
async function named(directory: Directory, scheduleId: string): Promise<readonly string[] | undefined> {
  try {
    const called = await calledBy(scheduleId);
    return [...new Set(called.flatMap(native => personOf(directory, native) ?? []))];
  } catch (error) {
    if (isBusy(error)) throw error;
    lineFor(error);
    return undefined;
  }
}

/** Teams whose schedule is to be asked for at `now`, whose turn was longest ago first. */
function dueAt({ teams }: Directory, now: number): readonly (readonly [team: string, schedule: string])[] {
  const askedAt = (team: string): number => teams[team]?.onCall?.askedAt ?? 0;
  return Object.entries(teams)
    .flatMap(([id, { freshserviceSchedule }]) =>
      freshserviceSchedule === undefined ? [] : [[id, freshserviceSchedule] as const],
    )
    .filter(([id]) => now - askedAt(id) >= EVERY)
    .sort(([one], [other]) => askedAt(one) - askedAt(other))
    .slice(0, MOST);
}

async function look({ directory, presence, hash }: Installation, now: number): Promise<void> {
  const due = dueAt(directory, now);
  if (due.length === 0) return;
  const known: Record<string, OnCall> = { ...presence.onCall };
  for (const [team, schedule] of due) {
    known[team] = onCallAfter(known[team], await named(directory, schedule), now);
  }
  const scheduled = Object.entries(known).filter(([team]) => directory.teams[team]?.freshserviceSchedule);
  await keepOnCall(Object.fromEntries(scheduled), hash);
}

/**
 * Once an hour: who is on call, for the teams that a schedule answers for. One request each, and one record for all; where
 * the quota of this minute is used up the next sweep does it.
 */
export const lookOnCall = (installation: Installation, now: number): Promise<void> =>
  look(installation, now).catch(lineFor);
