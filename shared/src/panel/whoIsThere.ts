import { directoryWith, everybodyThere, withOut, type Directory, type Out } from '../agreement';
import type { Refusal } from '../failures';
import { contactsView } from './contacts';
import { HOUR, instantOf, localText } from '../time';
import type { PersonView, PeopleView } from './listView';
import { fullName, mayAct, personName, timeText, type Reader } from './reader';
import { joined, sentence } from './wording';

type Person = Directory['people'][string];

/** Lead and coordinator speak for everybody of their party, everybody for themself. */
function maySpeakFor(reader: Reader, id: string): boolean {
  const { directory, person, party } = reader;
  if (!mayAct(reader) || party === undefined || directory.people[id]?.party !== party) return false;
  const { lead, coordinator } = directory.parties[party];
  return [id, lead, coordinator].includes(person ?? '');
}

/** Midnight after `now` by the walls of a zone, epoch ms. */
function endOfDay(now: number, zone: string): number {
  const midnightOf = (at: number): number => instantOf(`${localText(at, zone).slice(0, 10)} 00:00`, zone) ?? at;
  return midnightOf(midnightOf(now) + 36 * HOUR);
}

/**
 * The absence that begins when somebody is said to be out today: until midnight where their party is. A refusal where
 * the reader may not speak for them.
 */
export function outToday(reader: Reader, id: string): Out | Refusal {
  const { directory, person, party, now } = reader;
  if (person === undefined || party === undefined || !maySpeakFor(reader, id)) {
    const sentence = 'Only they themself, or their lead, can say that.';
    return { code: 'not-a-participant', sentence, remedy: 'Ask them, or their lead.' };
  }
  return { from: now, until: endOfDay(now, directory.parties[party].timeZone), by: person };
}

const isOut = ({ directory, now }: Reader, id: string): boolean => {
  const out = directory.people[id]?.out;
  return out !== undefined && now < out.until;
};

function stateOf(reader: Reader, id: string): string {
  const { out } = reader.directory.people[id] ?? {};
  return out && isOut(reader, id) ? `out until ${timeText(reader, out.until)}` : 'here';
}

function personView(reader: Reader, id: string): PersonView {
  const isSelf = reader.person === id;
  const whom = isSelf ? 'I am' : `${fullName(reader, id)} is`;
  const away = isOut(reader, id);
  const name = sentence(personName(reader, id));
  const contacts = contactsView(reader, id);
  return {
    ...(contacts ? { contacts } : {}),
    person: id,
    says: `${name} ${isSelf ? 'are' : 'is'} ${stateOf(reader, id)}`,
    press: { label: away ? `${whom} back` : `${whom} out today`, isOut: !away },
  };
}

const listed = ({ people }: Directory, reader: Reader): string[] =>
  Object.keys(people).filter(id => people[id]?.active && maySpeakFor(reader, id));

/** Who is there of those whom the reader speaks for, themself first. */
export function peopleView(reader: Reader): PeopleView {
  const ids = listed(reader.directory, reader);
  const own = ids.filter(id => id === reader.person);
  const others = ids.filter(id => id !== reader.person);
  const count = ids.filter(id => isOut(reader, id)).length;
  return {
    title: joined(['Who is there', count === 0 ? undefined : `${count} out`]),
    people: [...own, ...others].map(id => personView(reader, id)),
  };
}

/** The directory once it is known that somebody is out, or back where nothing is given. */
export function directoryWithOut(directory: Directory, id: string, absence: Out | undefined): Directory {
  const known = Object.entries(directory.people[id] ?? {}).filter(([name]) => name !== 'out');
  const people = { ...directory.people, [id]: Object.fromEntries(known) as unknown as Person };
  return directoryWith({ ...directory, people }, withOut(everybodyThere, id, absence));
}
