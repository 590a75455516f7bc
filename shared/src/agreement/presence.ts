import { z } from 'zod';
import type { Directory } from './directory';

const person = z.string().min(1).max(64);

/** Out from then until before then, epoch ms, and who said so. */
const out = z.strictObject({ from: z.int(), until: z.int(), by: person });

/** How long (service ms) three of four stays with a team took at most, by priority. */
const pace = z.record(z.string(), z.record(z.string(), z.int()));

/** What came of a drill on one channel. */
const heard = z.enum(['taken', 'refused', 'busy', 'unreachable', 'redirected', 'not set up']);

/** When (epoch ms) a party's channels were last tried, by whom, and what each did. */
const drill = z.strictObject({ at: z.int(), by: person, heard: z.record(person, heard) });

const onCall = z.strictObject({
  people: z.array(person).readonly(),
  since: z.int(),
  askedAt: z.int(),
  failedSince: z.int().exactOptional(),
});

/**
 * What is known of people beyond the agreement: who is out for now, since when (epoch ms) somebody has left, and at what
 * pace teams work.
 */
export const presenceSchema = z.strictObject({
  out: z.record(person, out).default({}),
  left: z.record(person, z.int()).default({}),
  /** How many tickets they held then. */
  behind: z.record(person, z.int()).exactOptional(),
  pace: pace.exactOptional(),
  /** When (epoch ms) somebody said that their contacts are still right. */
  confirmed: z.record(person, z.int()).exactOptional(),
  drills: z.partialRecord(z.enum(['msp', 'client']), drill).exactOptional(),
  /** Who is on call for a team, as its desk said; see {@link OnCall}. */
  onCall: z.record(person, onCall).exactOptional(),
  /** Channels that take nothing: since when, and when their owners were told; epoch ms. */
  outages: z.record(person, z.strictObject({ since: z.int(), toldAt: z.int().exactOptional() })).exactOptional(),
});

/** Who is out, who has left and how fast teams are; see {@link presenceSchema}. */
export type Presence = z.output<typeof presenceSchema>;
/** One absence; see {@link presenceSchema}. */
export type Out = z.output<typeof out>;

/** Everybody works as the agreement says. */
export const everybodyThere: Presence = { out: {}, left: {} };

type People = Directory['people'];
type Person = People[string];

const leftAt = (leaving: number | undefined, behind: number | undefined): Partial<Person> =>
  leaving === undefined ? {} : { active: false, leftAt: leaving, ...(behind === undefined ? {} : { behind }) };

const confirmed = ({ confirmedAt = 0 }: Person, said = 0): Partial<Person> =>
  Math.max(confirmedAt, said) === 0 ? {} : { confirmedAt: Math.max(confirmedAt, said) };

const away = (absence: Out | undefined): Partial<Person> =>
  absence === undefined ? {} : { out: { from: absence.from, until: absence.until } };

const called = (teams: Directory['teams'], onCall: NonNullable<Presence['onCall']>): Directory['teams'] =>
  Object.fromEntries(
    Object.entries(teams).map(([id, team]) => [id, onCall[id] ? { ...team, onCall: onCall[id] } : team]),
  );

/** The directory as it is now: the agreement's people, and what is known of them beyond it. */
export const directoryWith = (directory: Directory, presence: Presence): Directory => ({
  ...directory,
  ...(presence.pace === undefined ? {} : { pace: presence.pace }),
  ...(presence.drills === undefined ? {} : { drills: presence.drills }),
  ...(presence.outages === undefined ? {} : { outages: presence.outages }),
  ...(presence.onCall === undefined ? {} : { teams: called(directory.teams, presence.onCall) }),
  people: Object.fromEntries(
    Object.entries(directory.people).map(([id, known]) => [
      id,
      {
        ...known,
        ...away(presence.out[id]),
        ...leftAt(presence.left[id], presence.behind?.[id]),
        ...confirmed(known, presence.confirmed?.[id]),
      },
    ]),
  ),
});

/** The same with somebody out, or with nobody said to be out where they are back. */
export function withOut(presence: Presence, id: string, absence: Out | undefined): Presence {
  const others = Object.fromEntries(Object.entries(presence.out).filter(([other]) => other !== id));
  return { ...presence, out: absence === undefined ? others : { ...others, [id]: absence } };
}

/** What is still worth knowing at `now` (epoch ms): an absence that is over is nobody's business. */
export const presentPresence = (presence: Presence, now: number): Presence => ({
  ...presence,
  out: Object.fromEntries(Object.entries(presence.out).filter(([, { until }]) => until > now)),
});

/** A ticket, and who holds it. */
export interface HeldTicket {
  readonly ticket: string;
  readonly person: string;
}

/**
 * Who has left, `gone` being all who are gone at `now` (epoch ms): who was known to be gone before is so since then.
 * `held` is what the others hold until then.
 */
export function withLeft(
  presence: Presence,
  gone: readonly string[],
  now: number,
  held: readonly HeldTicket[] = [],
): Presence {
  const before = presence.behind ?? {};
  const behind = (id: string): number => before[id] ?? held.filter(({ person: holder }) => holder === id).length;
  return {
    ...presence,
    left: Object.fromEntries(gone.map(id => [id, presence.left[id] ?? now])),
    behind: Object.fromEntries(gone.map(id => [id, behind(id)])),
  };
}
