import { crossingTo, otherParty, type HoldingParty } from './terms';
import type { AgreementDocument } from './schema';
import { starterMatrix } from './starterMatrix';

/** Who is in a new agreement; everything else has a good default. */
export interface StarterCast {
  readonly id: string;
  readonly name: string;
  readonly parties: Readonly<Record<HoldingParty, StarterParty>>;
  /** The first team of a party receives what the other party hands over. */
  readonly teams: readonly StarterTeam[];
  readonly people: readonly StarterPerson[];
}

/** One side of a new agreement, and who speaks for it. */
export interface StarterParty {
  readonly name: string;
  /** IANA zone of its office hours. */
  readonly timeZone: string;
  readonly lead: string;
  /** The lead unless said. */
  readonly coordinator?: string;
  readonly approver?: string;
}

/** A team and the group it is on Freshservice. */
export interface StarterTeam {
  readonly id: string;
  readonly name: string;
  readonly party: HoldingParty;
  readonly tier: 'L1' | 'L2' | 'L3' | 'vendor';
  readonly freshserviceGroup?: string;
}

/** Somebody and their native ids on the desks. */
export interface StarterPerson {
  readonly id: string;
  readonly name: string;
  readonly party: HoldingParty;
  /** The first is the home team. */
  readonly teams: readonly string[];
  readonly jira?: string;
  readonly freshservice?: string;
  readonly email?: string;
}

type Section<Key extends keyof AgreementDocument> = NonNullable<AgreementDocument[Key]>;

const everyDay = (from: string, to: string, days: readonly string[]): Record<string, [string, string][]> =>
  Object.fromEntries(days.map(day => [day, [[from, to]]]));
const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
const holidays = ['*-01-01', '*-05-01', '*-12-25'];

const calendars = ({ msp, client }: StarterCast['parties']): Section<'calendars'> => ({
  '24x7': { timeZone: 'UTC', weekly: everyDay('00:00', '24:00', [...workdays, 'sat', 'sun']) },
  'service-hours': { timeZone: client.timeZone, weekly: everyDay('08:00', '18:00', workdays), holidays },
  'msp-hours': { timeZone: msp.timeZone, weekly: everyDay('08:00', '18:00', workdays), holidays },
  'client-hours': { timeZone: client.timeZone, weekly: everyDay('09:00', '17:30', workdays), holidays },
});

const party = (
  of: HoldingParty,
  { name, timeZone, lead, coordinator, approver }: StarterParty,
): Section<'parties'>['msp'] => ({
  name,
  timeZone,
  hours: `${of}-hours`,
  lead,
  coordinator: coordinator ?? lead,
  approver: approver ?? lead,
});

/** The first two people of a team, home team members first, are its standing roster. */
const roster = ({ people }: StarterCast, team: string): { onDuty?: string; backup?: string } => {
  const members = people.filter(({ teams }) => teams.includes(team));
  const [first, second] = [...members].sort((one, other) => one.teams.indexOf(team) - other.teams.indexOf(team));
  return {
    ...(first === undefined ? {} : { onDuty: first.id }),
    ...(second === undefined ? {} : { backup: second.id }),
  };
};

const teams = (cast: StarterCast): Section<'teams'> =>
  Object.fromEntries(
    cast.teams.map(({ id, freshserviceGroup, ...team }) => {
      const groups = freshserviceGroup === undefined ? {} : { freshserviceGroups: [freshserviceGroup] };
      return [id, { ...team, ...groups, roster: roster(cast, id) }];
    }),
  );

const people = (cast: StarterCast): Section<'people'> =>
  Object.fromEntries(
    cast.people.map(({ id, email, teams: memberOf, ...person }) => {
      const contacts = email === undefined ? {} : { contacts: [{ channel: 'email' as const, address: email }] };
      return [id, { ...person, teams: [...memberOf], ...contacts }];
    }),
  );

const receiverOf = ({ teams: all }: StarterCast, of: HoldingParty): string =>
  all.find(team => team.party === of)?.id ?? `${of}-desk`;

const texts: Readonly<Record<HoldingParty, string>> = {
  msp: 'For work that needs the provider’s skills, cover or systems. It stays with you until they accept it.',
  client: 'For work that needs access, a local hand or a decision in house. It stays with you until they accept it.',
};

/** Neither side decides alone against the other: the client's coordinator does, and meanwhile the giver keeps it. */
const boundary = (cast: StarterCast, to: HoldingParty): Section<'boundaries'>['client>msp'] => ({
  governedBy: 'ola',
  mode: 'enforce',
  text: texts[to],
  receiver: receiverOf(cast, to),
  targets: { acknowledge: '30m', nextAction: '4h', decide: '2h', answer: '4h' },
  tieBreak: {
    owner: cast.parties.client.coordinator ?? cast.parties.client.lead,
    holder: { party: otherParty(to), team: receiverOf(cast, otherParty(to)) },
  },
});

const reasons = [
  { code: 'skills', label: 'Needs other skills' },
  { code: 'access', label: 'Needs access or permission' },
  { code: 'scope', label: 'Outside our agreed scope' },
  { code: 'on-site', label: 'Vendor or on-site work' },
  { code: 'cover', label: 'Out of hours cover' },
  { code: 'other', label: 'Other' },
];

/**
 * A good first agreement for a co-managed desk, as a document to edit: four incident cells and one for requests,
 * served both ways, receiving teams first, their backups next, then the lead.
 */
export function starterAgreement(cast: StarterCast): AgreementDocument {
  return {
    schema: 1,
    id: cast.id,
    name: cast.name,
    version: 1,
    parties: { msp: party('msp', cast.parties.msp), client: party('client', cast.parties.client) },
    teams: teams(cast),
    people: people(cast),
    calendars: calendars(cast.parties),
    service: { hours: 'service-hours', clockOfRecord: 'baton' },
    guards: { jira: { transfer: { 'With MSP': 'msp', 'With client IT': 'client' }, close: ['Closed'] } },
    intake: { party: 'client', team: receiverOf(cast, 'client') },
    packet: { reasons },
    boundaries: {
      [crossingTo('msp')]: boundary(cast, 'msp'),
      [crossingTo('client')]: boundary(cast, 'client'),
    } as Section<'boundaries'>,
    matrix: starterMatrix,
    reopenWindowDays: 14,
  };
}
