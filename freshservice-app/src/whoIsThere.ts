import {
  canonicalJson,
  everybodyThere,
  presenceSchema,
  presentPresence,
  type Drill,
  type Hashing,
  type Out,
  type Presence,
} from '@baton/shared';
import { z } from 'zod';
import { escalations, NOWHERE, PEOPLE, recordsOf, type EscalationRecord, type StoredRecord } from './escalationRecords';
import { platformAnswer } from './platformErrors';

/** Whom a record is about: one person, or those who have left, which only the sweep writes. */
const LEFT = 'left';

const sealed = (about: string, is: Partial<Presence>, hash: Hashing): string =>
  JSON.stringify({ about, is, mac: hash(canonicalJson([about, is])) });

const sealedSchema = z.object({ about: z.string(), is: z.looseObject({}), mac: z.string() });

function parsed(listed: string): unknown {
  try {
    return JSON.parse(listed);
  } catch {
    return undefined;
  }
}

/** What a record says of people; undefined where nobody who has the key wrote it. */
function opened({ data }: StoredRecord, hash: Hashing): { readonly about: string; readonly is: Presence } | undefined {
  const { about, is, mac } = sealedSchema.safeParse(parsed(data.listed)).data ?? {};
  const known = presenceSchema.safeParse(is).data;
  return about !== undefined && known && mac === hash(canonicalJson([about, is])) ? { about, is: known } : undefined;
}

/** Who is out and who has left at `now` (epoch ms), of the records of people; one that nobody sealed says nothing. */
export function presenceIn(records: readonly StoredRecord[], hash: Hashing, now: number): Presence {
  const all = records.flatMap(record => opened(record, hash)?.is ?? []);
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

async function remove(records: readonly StoredRecord[]): Promise<void> {
  for (const { display_id: id } of records) {
    await platformAnswer(escalations().delete(id), 'noting who is there');
  }
}

/** One record about this; none where there is nothing to say. */
async function keep(about: string, is: Partial<Presence> | undefined, hash: Hashing): Promise<void> {
  const records = (await recordsOf([PEOPLE])).filter(record => opened(record, hash)?.about === about);
  const [first, ...seconds] = records;
  if (is === undefined) return remove(records);
  const data: EscalationRecord = { ...NOWHERE, ticketKey: PEOPLE, listed: sealed(about, is, hash) };
  const writing = first ? escalations().update(first.display_id, data) : escalations().create(data);
  await platformAnswer(writing, 'noting who is there');
  await remove(seconds);
}

/** Stores that somebody is out, or back where nothing is given. @throws DeskError */
export const keepOut = (person: string, out: Out | undefined, hash: Hashing): Promise<void> =>
  keep(`out ${person}`, out && { out: { [person]: out } }, hash);

/** Stores who has left, since when (epoch ms), and how much they held. @throws DeskError */
export const keepLeft = ({ left, behind = {} }: Presence, hash: Hashing): Promise<void> =>
  keep(LEFT, { left, behind }, hash);

/** Stores at what pace teams work. @throws DeskError */
export const keepPace = (pace: Presence['pace'], hash: Hashing): Promise<void> => keep('pace', pace && { pace }, hash);

/** What one record has room for; every look at a ticket reads the records of people, so these are few. */
const MOST_CONFIRMED = 40;

/** Stores that somebody said at `now` (epoch ms) that their contacts are right; of many, the newest. @throws DeskError */
export function keepConfirmed({ confirmed }: Presence, person: string, now: number, hash: Hashing): Promise<void> {
  const all = Object.entries({ ...confirmed, [person]: now }).sort(([, one], [, other]) => other - one);
  return keep('confirmed', { confirmed: Object.fromEntries(all.slice(0, MOST_CONFIRMED)) }, hash);
}

/** Stores what the last drill of a party came to. @throws DeskError */
export const keepDrill = (party: 'msp' | 'client', drill: Drill, hash: Hashing): Promise<void> =>
  keep(`drill ${party}`, { drills: { [party]: drill } }, hash);
