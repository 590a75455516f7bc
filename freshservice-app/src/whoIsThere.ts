import {
  everybodyThere,
  presenceSchema,
  presentPresence,
  type Drill,
  type Hashing,
  type Out,
  type Presence,
} from '@baton/shared';
import type { StoredRecord } from './escalationRecords';
import { keepAbout, opened } from './sealedRecords';

/** Whom a record is about: one person, or those who have left, which only the sweep writes. */
const LEFT = 'left';

/** Who is out and who has left at `now` (epoch ms), of the records of people; one that nobody sealed says nothing. */
export function presenceIn(records: readonly StoredRecord[], hash: Hashing, now: number): Presence {
  const all = records.flatMap(record => presenceSchema.safeParse(opened(record, hash)?.is).data ?? []);
  const joined = all.reduce(
    (one, other) => ({
      ...one,
      ...other,
      out: { ...one.out, ...other.out },
      left: { ...one.left, ...other.left },
      confirmed: { ...one.confirmed, ...other.confirmed },
      drills: { ...one.drills, ...other.drills },
    }),
    everybodyThere,
  );
  return presentPresence(joined, now);
}

/** Stores that somebody is out, or back where nothing is given. @throws DeskError */
export const keepOut = (person: string, out: Out | undefined, hash: Hashing): Promise<void> =>
  keepAbout(`out ${person}`, out && { out: { [person]: out } }, hash);

/** Stores who has left, since when (epoch ms), and how much they held. @throws DeskError */
export const keepLeft = ({ left, behind = {} }: Presence, hash: Hashing): Promise<void> =>
  keepAbout(LEFT, { left, behind }, hash);

/** Stores at what pace teams work. @throws DeskError */
export const keepPace = (pace: Presence['pace'], hash: Hashing): Promise<void> =>
  keepAbout('pace', pace && { pace }, hash);

/** What one record has room for; every look at a ticket reads the records of people, so these are few. */
const MOST_CONFIRMED = 40;

/** Stores that somebody said at `now` (epoch ms) that their contacts are right; of many, the newest. @throws DeskError */
export function keepConfirmed({ confirmed }: Presence, person: string, now: number, hash: Hashing): Promise<void> {
  const all = Object.entries({ ...confirmed, [person]: now }).sort(([, one], [, other]) => other - one);
  return keepAbout('confirmed', { confirmed: Object.fromEntries(all.slice(0, MOST_CONFIRMED)) }, hash);
}

/** Stores who is on call for the teams that a schedule answers for. @throws DeskError */
export const keepOnCall = (onCall: NonNullable<Presence['onCall']>, hash: Hashing): Promise<void> =>
  keepAbout('on call', Object.keys(onCall).length === 0 ? undefined : { onCall }, hash);

/** Stores which channels take nothing. @throws DeskError */
export const keepOutages = (outages: NonNullable<Presence['outages']>, hash: Hashing): Promise<void> =>
  keepAbout('outages', Object.keys(outages).length === 0 ? undefined : { outages }, hash);

/** Stores what the last drill of a party came to. @throws DeskError */
export const keepDrill = (party: 'msp' | 'client', drill: Drill, hash: Hashing): Promise<void> =>
  keepAbout(`drill ${party}`, { drills: { [party]: drill } }, hash);
