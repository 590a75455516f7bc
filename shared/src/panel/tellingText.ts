import { otherParty, type DeskName, type Directory, type HoldingParty, type Placement } from '../agreement';
import type { Telling } from '../ledger';
import { alertTexts } from './alertSentences';
import { overrideTexts } from './overrideTexts';
import { dutyText, owingText, whyWarned } from './thresholdSentences';
import { bothZones, placeText, personName, readerOf, type Reader } from './reader';
import { endText, rungText } from './rungSentences';
import { unclearText } from './unclearSentences';
import { joined, listText, sentence } from './wording';

type Told = Telling['facts'][number];
type OfClock = Extract<Told, { type: 'WarningGiven' | 'Breached' }>;
type Other = Exclude<Told, OfClock>;
type Tell<T extends Other['type']> = (reader: Reader, data: Extract<Other, { type: T }>['data']) => string;

type Due = { readonly party: HoldingParty | 'vendor'; readonly dueAt: number };

/** In the time of whose it is: a vendor's is told in the client's. */
const whose = ({ party }: Pick<Due, 'party'>): HoldingParty => (party === 'vendor' ? 'client' : party);

const dueText = (reader: Reader, due: Due): string => bothZones(reader, due.dueAt, otherParty(whose(due)));

const owes = (reader: Reader, people: readonly string[]): string =>
  `${sentence(listText(people.map(person => personName(reader, person))))} ${people.length === 1 ? 'owes' : 'owe'} the decision.`;

const tells: { readonly [T in Other['type']]: Tell<T> } = {
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
  HolderLeft: (reader, { person, to, tickets = 1 }) => {
    const left = `${sentence(personName(reader, person))} no longer works here: ${placeText(reader, to as Placement)} has to take it again`;
    if (tickets < 2) return `${left}.`;
    return `${left}, and ${tickets - 1} more of theirs. The list shows them all.`;
  },
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
  ShiftUntaken: (reader, { tell: [by] }) =>
    `Nobody of the next shift has taken it over: ${personName(reader, by ?? '')} is still accountable. What else of that shift waits is in the list.`,
  ...alertTexts,
  AskAnswered: () => 'The vendor has answered the case: the answer stands in Baton.',
  ...overrideTexts,
  OwnershipUnclear: (_, data) => unclearText(data),
  StalemateReached: (reader, { owner }) => `The handoff was refused twice. ${owes(reader, [owner])}`,
};

const isOfClock = (fact: Told): fact is OfClock => fact.type === 'WarningGiven' || fact.type === 'Breached';

/** What the same party owes by the same instant, in one sentence. */
function clockText(reader: Reader, first: OfClock, facts: readonly Told[]): string {
  const duties = listText(facts.filter(isOfClock).map(({ data }) => dutyText(data)));
  const [who, due] = [owingText(reader, first.data), dueText(reader, first.data)];
  return first.type === 'Breached'
    ? `${who} had to ${duties} by ${due} and has not.`
    : `${who} has to ${duties} by ${due}: ${whyWarned(first.data)}`;
}

/** Facts with the same are said in one sentence. */
function sentenceOf(fact: Told): string {
  if (!isOfClock(fact) || ('pace' in fact.data && fact.data.pace)) return fact.id;
  const { party, vendor, team, person, dueAt } = fact.data;
  return [fact.type === 'Breached' ? 100 : fact.data.share, dueAt, party, vendor, team, person].join(' ');
}

/** What a message says, the same to everybody, in the time of whoever owes it and of the other party. */
export function tellingText(desk: DeskName, directory: Directory, { facts }: Telling): string {
  const firsts = new Map([...facts].reverse().map(fact => [sentenceOf(fact), fact]));
  const sentences = facts.map(fact => {
    const named = sentenceOf(fact);
    if (firsts.get(named) !== fact) return undefined;
    const party = 'party' in fact.data ? whose(fact.data) : 'client';
    const reader = readerOf(directory, { timeZone: directory.parties[party].timeZone, desk }, fact.learned);
    const alike = facts.filter(other => sentenceOf(other) === named);
    if (isOfClock(fact)) return clockText(reader, fact, alike);
    return (tells[fact.type] as Tell<Other['type']>)(reader, fact.data as never);
  });
  return joined(sentences, ' ');
}
