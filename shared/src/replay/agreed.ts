import {
  directoryOf,
  readAgreement,
  starterAgreement,
  termsIn,
  type Agreement,
  type Crossing,
  type Directory,
  type HoldingParty,
  type StarterCast,
  type Terms,
} from '../agreement';
import type { Standing } from './course';
import type { Mapping } from './mapping';
import { PARTIES, peoplePlaces, placing, teamPlaces, type TeamPlace } from './teamPlaces';

/** An agreement as a history is held against it. */
export interface Agreed {
  readonly agreement: Agreement;
  readonly directory: Directory;
  /** Where a ticket is that lies with a team and a person of the log; undefined where nothing tells. */
  readonly placeOf: (team: string | undefined, person?: string) => TeamPlace | undefined;
  /** Where a team belongs, whoever has its tickets. */
  readonly homeOf: (team: string | undefined) => TeamPlace | undefined;
  /** What was promised for a ticket as it stands; undefined where no cell governs it. */
  readonly termsOf: (standing: Standing) => Terms | undefined;
  /** Where a ticket is that no team has yet. */
  readonly intake: TeamPlace | undefined;
  /** IANA zone in which the week is told: the client's. */
  readonly zone: string;
  readonly isStarter: boolean;
}

/** Somebody has to be asked first, somebody next, and a lead last; who they are is nothing that a log tells. */
const ROLES = ['on duty', 'backup', 'lead'] as const;

const PARTY_NAMES = { client: 'Client IT', msp: 'MSP' } as const;

/** The teams of a party; where only its people are named, they are one. */
function teamsNamed({ parties, people }: Mapping, party: HoldingParty): readonly string[] {
  return parties[party].length > 0 || people[party].length === 0 ? parties[party] : [PARTY_NAMES[party]];
}

const castOf = (mapping: Mapping): StarterCast => {
  const named = PARTIES.flatMap(party => teamsNamed(mapping, party).map(name => ({ party, name })));
  const firstTeam = (party: HoldingParty): string => `team-${named.findIndex(team => team.party === party) + 1}`;
  return {
    ...{ id: 'starter', name: 'Starter agreement' },
    parties: {
      msp: { name: 'MSP', timeZone: mapping.zone, lead: 'msp-lead' },
      client: { name: 'Client IT', timeZone: mapping.zone, lead: 'client-lead' },
    },
    teams: named.map(({ name, party }, index) => ({
      ...{ id: `team-${index + 1}`, name: name.slice(0, 120), party, tier: 'L1' as const },
    })),
    people: (['client', 'msp'] as const).flatMap(party =>
      ROLES.map(role => ({
        ...{ id: `${party}-${role.replace(' ', '-')}`, name: `${party}, ${role}`, party, teams: [firstTeam(party)] },
      })),
    ),
  };
};

/** The starter agreement between the parties of a mapping; undefined where it does not say whose the teams are. */
function starterOf(mapping: Mapping): Agreement | undefined {
  const { calendar } = mapping;
  if (PARTIES.some(party => teamsNamed(mapping, party).length === 0)) return undefined;
  const document = starterAgreement(castOf(mapping));
  const hours = calendar ? { 'service-hours': calendar } : {};
  return readAgreement({ ...document, calendars: { ...document.calendars, ...hours } });
}

const WORDS = [/urgent|highest|critical|blocker/i, /high|major/i, /medium|normal/i, /low|minor|trivial/i];

/** By its number, else by the word that desks have for it. */
function priorityOf(text = ''): 1 | 2 | 3 | 4 {
  const word = WORDS.findIndex(one => one.test(text)) + 1;
  return Number(/[1-4]/.exec(text)?.[0] ?? (word || 3)) as 1 | 2 | 3 | 4;
}

/** A copy without some of its parts. */
function without<Whole extends object, Part extends keyof Whole>(whole: Whole, ...parts: Part[]): Omit<Whole, Part> {
  const rest = { ...whole };
  for (const part of parts) delete rest[part];
  return rest;
}

const UNKNOWN = ['respond', 'update', 'rungs', 'fastTrack', 'confirmationDays'] as const;

/** What history cannot tell is not promised: replies, updates, work between two moves, packets and who sorts what. */
function withoutTheUnknown(terms: Terms): Terms {
  const watched = (crossing: Crossing): Terms['boundaries'][Crossing] => ({
    ...without(terms.boundaries[crossing], 'lease', 'triage'),
    mode: 'observe',
  });
  const boundaries = { 'client>msp': watched('client>msp'), 'msp>client': watched('msp>client') };
  return { ...without(terms, ...UNKNOWN), boundaries, pass: 'none', holds: { longest: {}, evidence: false } };
}

const workTypesIn = ({ matrix }: Agreement): ReadonlySet<string> =>
  new Set(matrix.flatMap(({ when }) => when.workType ?? []).map(String));

function termsReader(agreement: Agreement): Agreed['termsOf'] {
  const types = workTypesIn(agreement);
  const known = new Map<string, Terms | undefined>();
  return ({ type, priority, impact }) => {
    const named = type?.toLowerCase();
    const workType = named !== undefined && types.has(named) ? named : 'incident';
    const facts = { workType, priority: priorityOf(priority), ...(impact === undefined ? {} : { impact }) };
    const key = JSON.stringify(facts);
    if (!known.has(key)) {
      const terms = termsIn(agreement, facts);
      known.set(key, terms && withoutTheUnknown(terms));
    }
    return known.get(key);
  };
}

/**
 * What a history is held against: an agreement, or the starter agreement between the parties that the mapping names.
 *
 * @returns undefined where nothing tells whose the log's teams are
 */
export function agreedFor(mapping: Mapping, given: Agreement | undefined): Agreed | undefined {
  const agreement = given ?? starterOf(mapping);
  if (!agreement) return undefined;
  const teams = teamPlaces(agreement, mapping);
  const homeOf = (team: string | undefined): TeamPlace | undefined =>
    team === undefined ? undefined : teams.get(team);
  const { party, team } = agreement.intake;
  return {
    agreement,
    intake: team === undefined ? undefined : { party, team },
    directory: directoryOf(agreement),
    homeOf,
    placeOf: placing(homeOf, peoplePlaces(agreement, mapping, given !== undefined)),
    termsOf: termsReader(agreement),
    zone: agreement.parties.client.timeZone,
    isStarter: given === undefined,
  };
}
