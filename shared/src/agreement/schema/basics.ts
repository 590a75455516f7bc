import { z } from 'zod';

const hour = 3_600_000;
const minute = 60_000;
const durationForm = /^(?=\d)(?:(\d{1,5})h)?(?: ?(\d{1,5})m)?$/;

const millisecondsOf = (text: string): number => {
  const [, hours = '0', minutes = '0'] = durationForm.exec(text) ?? [];
  return Number(hours) * hour + Number(minutes) * minute;
};

/** Service time as people write it, "4h 30m"; parsed to ms. Days are refused: how long one is depends on the hours. */
export const duration = z
  .string()
  .trim()
  .regex(durationForm, { error: 'is a time such as "15m", "4h" or "4h 30m" (a day counts as its service hours)' })
  .transform(millisecondsOf);

/** Service time in ms in the form the document uses. `writtenDuration(16_200_000) // => "4h 30m"` */
export const writtenDuration = (milliseconds: number): string => {
  const hours = Math.floor(milliseconds / hour);
  const minutes = Math.round((milliseconds % hour) / minute);
  if (hours === 0) return `${minutes}m`;
  return minutes === 0 ? `${hours}h` : `${hours}h ${minutes}m`;
};

/** A name by which parts of the agreement refer to each other; stable, never shown alone. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, {
    error: 'is a name of letters, digits, dots, dashes and underscores, at most 64 of them',
  })
  .refine(name => !(name in {}), { error: 'is a reserved word; choose another name' });

export const label = z
  .string()
  .trim()
  .min(1, { error: 'is empty' })
  .max(120, { error: 'is longer than 120 characters' });

export const prose = z
  .string()
  .trim()
  .min(1, { error: 'is empty' })
  .max(2000, { error: 'is longer than 2,000 characters' });

/** A desk's own id; numbers are taken as text, so that nobody has to quote them. */
export const nativeId = z.preprocess(
  value => (typeof value === 'number' ? String(value) : value),
  z.string().trim().min(1, { error: 'is empty' }).max(128, { error: 'is longer than 128 characters' }),
);

export const link = z.string().regex(/^https:\/\/\S+$/, { error: 'is an address that starts with https://' });

/** A whole number from 1. */
export const count = z.int().positive({ error: 'is a number above 0' });

/** A whole number of days, perhaps none. */
export const days = z.int().nonnegative({ error: 'is a number of days' });

export const instantText = z.iso.datetime({ offset: true, error: 'is an instant such as "2026-03-02T09:00:00Z"' });

export const dateText = z.iso.date({ error: 'is a day such as "2026-03-02"' });

/** A list of at least one. */
export const some = <Item extends z.ZodType>(item: Item) => z.array(item).min(1, { error: 'is an empty list' });

/** One value or a list of them. */
export const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(value => (Array.isArray(value) ? value : [value]), some(item));

export const holdingParty = z.enum(['msp', 'client']);
export const anyParty = z.enum(['msp', 'client', 'vendor', 'customer']);
export const priority = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], {
  error: 'is a priority from 1 (most urgent) to 4',
});
export const placement = z.strictObject({ party: holdingParty, team: id.exactOptional(), person: id.exactOptional() });
