import { STALE_AFTER, type Directory } from '../agreement';
import type { HealthLineView } from './healthView';
import type { ContactsView } from './listView';
import { timeText, type Reader } from './reader';
import { channelNames } from './wording';

type Person = Directory['people'][string];

/** Nobody has said for a month that they are right. */
const isStale = ({ confirmedAt }: Person, now: number): boolean =>
  confirmedAt === undefined || now - confirmedAt > STALE_AFTER;

const STALE = { text: 'STALE', tone: 'at risk' } as const;

/** How somebody is reached, since when that is known to be right, and whether the reader may say so: their own only. */
export function contactsView(reader: Reader, id: string): ContactsView | undefined {
  const person = reader.directory.people[id];
  if (!person?.contacts || person.contacts.length === 0) return undefined;
  const ways = person.contacts
    .map(({ channel, address }) => `${channelNames[channel] ?? channel} ${address}`)
    .join(', ');
  const since =
    person.confirmedAt === undefined ? 'never confirmed' : `confirmed ${timeText(reader, person.confirmedAt)}`;
  return {
    text: `${ways}: ${since}`,
    ...(isStale(person, reader.now) ? { lozenge: STALE } : {}),
    ...(reader.person === id ? { press: 'Still right' } : {}),
  };
}

/** How many of both parties nobody may reach any more. */
export function contactLines({ directory, now }: Reader): readonly HealthLineView[] {
  const known = Object.values(directory.people).filter(({ active, contacts = [] }) => active && contacts.length > 0);
  const stale = known.filter(person => isStale(person, now));
  if (known.length === 0) return [];
  if (stale.length === 0) return [{ name: 'Contacts', text: 'All were confirmed within a month.' }];
  const names = stale
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ');
  const more = stale.length > 5 ? ` and ${stale.length - 5} more` : '';
  return [
    {
      name: 'Contacts',
      text: `Not confirmed for a month: ${names}${more}.`,
      lozenge: { text: 'LOOK', tone: 'at risk' },
    },
  ];
}
