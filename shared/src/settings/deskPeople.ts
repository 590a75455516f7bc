import type { AgreementDocument, DeskName, HoldingParty } from '../agreement';
import { teamOf } from './deskTeams';
import type { DeskPerson } from './deskView';
import { nameFor } from './nameFor';
import { tidied } from './tidied';

/** A person as the agreement writes them. */
export type PersonDocument = AgreementDocument['people'][string];

/** Somebody of the desk of whom Baton cannot say alone what they are in the agreement. */
export interface UnclearPerson {
  readonly why: 'both parties' | 'same name' | 'deactivated' | 'no team';
  readonly person: DeskPerson;
}

/** The agreement with the people of its teams as the desk has them, and who was left out of it for somebody to say. */
export interface PeopleRead {
  readonly document: AgreementDocument;
  readonly unclear: readonly UnclearPerson[];
}

const emailOf = ({ contacts = [] }: PersonDocument): string | undefined =>
  contacts.find(({ channel }) => channel === 'email')?.address.toLowerCase();

/** By the desk's own id, else by e-mail where the other desk brought them in. */
function knownAs({ people }: AgreementDocument, desk: DeskName, { id, email }: DeskPerson): string | undefined {
  const all = Object.entries(people);
  const byId = all.find(([, person]) => person[desk] !== undefined && String(person[desk]) === id);
  if (byId) return byId[0];
  const address = email?.toLowerCase();
  return all.find(([, person]) => person[desk] === undefined && address && emailOf(person) === address)?.[0];
}

const teamsOf = (document: AgreementDocument, desk: DeskName, { groups }: DeskPerson): readonly string[] => [
  ...new Set(groups.flatMap(group => teamOf(document, desk, group) ?? [])),
];

const partiesOf = ({ teams }: AgreementDocument, ids: readonly string[]): readonly HoldingParty[] => [
  ...new Set(ids.flatMap(id => (teams[id] ? [teams[id].party] : []))),
];

const isBoth = (document: AgreementDocument, desk: DeskName, person: DeskPerson): boolean =>
  partiesOf(document, teamsOf(document, desk, person)).length > 1;

/** Two accounts of one name may be one person or two. */
const hasNamesake = ({ people }: AgreementDocument, { name }: DeskPerson): boolean =>
  Object.values(people).some(known => known.name.toLowerCase() === name.toLowerCase());

/** Somebody of the desk as a person of this party: in its teams only, everything else that is known of them kept. */
export function withPerson(
  document: AgreementDocument,
  desk: DeskName,
  person: DeskPerson,
  party: HoldingParty,
): AgreementDocument {
  const id = knownAs(document, desk, person) ?? nameFor(person.name, document.people);
  const before = document.people[id] ?? fresh(person);
  const kept = (before.teams ?? []).filter(team => document.teams[team]?.party === party);
  const teams = teamsOf(document, desk, person).filter(team => document.teams[team]?.party === party);
  const made: PersonDocument = {
    ...before,
    party,
    [desk]: person.id,
    teams: [...new Set([...kept, ...teams])],
    active: person.isActive,
  };
  return tidied({ ...document, people: { ...document.people, [id]: made } });
}

const fresh = ({ name, email }: DeskPerson): PersonDocument => ({
  name: name.slice(0, 120),
  party: 'client',
  ...(email === undefined ? {} : { contacts: [{ channel: 'email', address: email }] }),
});

/** The party somebody was given before, where they are in teams of both. */
function partyFor(document: AgreementDocument, desk: DeskName, person: DeskPerson): HoldingParty | undefined {
  const found = partiesOf(document, teamsOf(document, desk, person));
  const [only] = found;
  if (found.length === 1) return only;
  const id = knownAs(document, desk, person);
  const before = id === undefined ? undefined : document.people[id]?.party;
  return found.find(party => party === before);
}

/** Of those who are not in the agreement yet. */
function newcomerWhy(
  document: AgreementDocument,
  desk: DeskName,
  person: DeskPerson,
): UnclearPerson['why'] | undefined {
  if (!person.isActive) return 'deactivated';
  if (teamsOf(document, desk, person).length === 0) return 'no team';
  return hasNamesake(document, person) ? 'same name' : undefined;
}

function unclearWhy(document: AgreementDocument, desk: DeskName, person: DeskPerson): UnclearPerson['why'] | undefined {
  const isKnown = knownAs(document, desk, person) !== undefined;
  const isSplit = person.isActive && isBoth(document, desk, person) && partyFor(document, desk, person) === undefined;
  if (isSplit) return 'both parties';
  return isKnown ? undefined : newcomerWhy(document, desk, person);
}

/** Who is no longer active on the desk is not in the agreement either, but stays named in it. */
const withdrawn = (document: AgreementDocument, id: string): AgreementDocument => ({
  ...document,
  people: { ...document.people, [id]: { ...document.people[id]!, active: false } },
});

function withTold(document: AgreementDocument, desk: DeskName, person: DeskPerson): AgreementDocument {
  const id = knownAs(document, desk, person);
  if (!person.isActive) return id === undefined ? document : withdrawn(document, id);
  const party = partyFor(document, desk, person);
  return party === undefined ? document : withPerson(document, desk, person, party);
}

/** Takes the people of the mapped groups into the agreement as the desk has them now; who is unclear is left to somebody. */
export function readPeople(document: AgreementDocument, desk: DeskName, told: readonly DeskPerson[]): PeopleRead {
  const unclear: UnclearPerson[] = [];
  let read = document;
  for (const person of told) {
    const why = unclearWhy(read, desk, person);
    if (why === undefined) read = withTold(read, desk, person);
    else unclear.push({ why, person });
  }
  return { document: tidied(read), unclear };
}
