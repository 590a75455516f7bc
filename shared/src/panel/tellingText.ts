import { otherParty, type DeskName, type Directory, type HoldingParty, type Placement } from '../agreement';
import type { Telling } from '../ledger';
import { dutyText, owingText } from './thresholdSentences';
import { bothZones, placeText, personName, readerOf, type Reader } from './reader';
import { endText, rungText } from './rungSentences';
import { joined, listText, sentence } from './wording';

type Told = Telling['facts'][number];
type Tell<T extends Told['type']> = (reader: Reader, data: Extract<Told, { type: T }>['data']) => string;

type Due = { readonly party: HoldingParty | 'vendor'; readonly dueAt: number };

/** In the time of whose it is: a vendor's is told in the client's. */
const whose = ({ party }: Pick<Due, 'party'>): HoldingParty => (party === 'vendor' ? 'client' : party);

const dueText = (reader: Reader, due: Due): string => bothZones(reader, due.dueAt, otherParty(whose(due)));

const owes = (reader: Reader, people: readonly string[]): string =>
  `${sentence(listText(people.map(person => personName(reader, person))))} ${people.length === 1 ? 'owes' : 'owe'} the decision.`;

const tells: { readonly [T in Told['type']]: Tell<T> } = {
  WarningGiven: (reader, data) =>
    `${owingText(reader, data)} has to ${dutyText(data)} by ${dueText(reader, data)}: ${data.share}% of the time is used up.`,
  Breached: (reader, data) =>
    `${owingText(reader, data)} had to ${dutyText(data)} by ${dueText(reader, data)} and has not.`,
  OfferLapsed: (reader, { to, found, because }) => {
    const why = because === undefined ? 'Nobody answered the handoff in time' : 'Nobody is there to answer the handoff';
    if (to === undefined) return `${why}.`;
    const place = placeText(reader, to as Placement);
    return found === 'nobody' ? `${why}, and nobody stands in at ${place}.` : `${why}: ${place} has to answer it now.`;
  },
  BackupCalled: (reader, { away, to }) => {
    const why = away === undefined ? 'Nobody is on duty' : `${sentence(personName(reader, away))} is not there`;
    return `${why}: ${placeText(reader, to as Placement)} has to answer the handoff.`;
  },
  HolderLeft: (reader, { person, to }) =>
    `${sentence(personName(reader, person))} no longer works here: ${placeText(reader, to as Placement)} has to take it again.`,
  LadderEnded: (reader, { owed }) => `Nobody is left who could answer the handoff. ${owes(reader, owed)}`,
  WaitingVoided: () =>
    'Nobody confirmed that the customer is waited for: the clock ran on all the time. Say so in Baton if you do wait.',
  LeaseLapsed: (reader, { person, to }) =>
    `${sentence(personName(reader, person))} did not work on it for as long as agreed: ${placeText(reader, to)} has to take it again.`,
  MajorDeclared: (reader, { commander }) =>
    commander?.person === undefined
      ? 'A major incident was declared, and nobody is there to command it: a lead has to take command.'
      : `A major incident was declared: ${personName(reader, commander.person)} commands it.`,
  RungReached: rungText,
  RungsEnded: endText,
  StalemateReached: (reader, { owner }) => `The handoff was refused twice. ${owes(reader, [owner])}`,
};

/** What a message says, the same to everybody, in the time of whoever owes it and of the other party. */
export function tellingText(desk: DeskName, directory: Directory, { facts }: Telling): string {
  const sentences = facts.map(({ type, data, learned }) => {
    const party = 'party' in data ? whose(data) : 'client';
    const reader = readerOf(directory, { timeZone: directory.parties[party].timeZone, desk }, learned);
    return (tells[type] as Tell<Told['type']>)(reader, data as never);
  });
  return joined(sentences, ' ');
}
