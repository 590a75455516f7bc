import { maySort } from '../escalation';
import type { ListedRow, ListRow } from '../ledger';
import { askedName } from './askWords';
import { mayBeAsked } from './condition';
import { forNextShift, shiftLozenge, shiftWords, takenAlone } from './shiftRows';
import type { ListRowNow, ListRowView } from './listView';
import { fullName, personName, placeText, teamName, timeText, type Reader } from './reader';
import type { LozengeView } from './view';
import { joined, sentence } from './wording';

/** What a desk calls a ticket; the title is never stored, so a desk may not know it. */
export interface TicketLabel {
  /** "INC-12", "#1042". */
  readonly label: string;
  readonly title?: string;
}

/** A listed ticket with its name. */
export interface NamedRow extends ListedRow {
  readonly called: TicketLabel;
}

type Owed = NonNullable<ListRow['owed']>;
type Offer = NonNullable<ListRow['offer']>;
type Asked = NonNullable<ListRow['ask']>;

/** What is owed, before its time comes and after. */
const owedWords: Readonly<Record<Owed['kind'], readonly [by: string, late: string]>> = Object.freeze({
  acknowledge: ['Take it by', 'Taking it was due'],
  triage: ['Sort it by', 'Sorting it was due'],
  respond: ['First reply by', 'First reply was due'],
  'next-action': ['Next action by', 'Next action was due'],
  resolve: ['Resolve by', 'Resolution was due'],
  decide: ['Decide by', 'Decision was due'],
  answer: ['Answer by', 'Answer was due'],
  chase: ['Ask again by', 'Asking again was due'],
  packet: ['Hand off by', 'The handoff was due'],
  update: ['Next update by', 'The next update was due'],
});

const byWhen = (reader: Reader, [by, late]: readonly [string, string], at: number): string =>
  `${at < reader.now ? late : by} ${timeText(reader, at)}`;

function owedText(reader: Reader, owed: Owed | undefined): string {
  if (!owed) return 'Resolved';
  return owed.isPaused ? 'Its clock stands still' : byWhen(reader, owedWords[owed.kind], owed.dueAt);
}

function clockLozenge({ now }: Reader, { kind, dueAt, isPaused }: Owed): LozengeView | undefined {
  if (isPaused) return { text: 'PAUSED', tone: 'paused' };
  if (dueAt >= now) return undefined;
  return { text: kind === 'resolve' ? 'BREACHED' : 'LATE', tone: 'breached' };
}

const stageLozenges: Readonly<Record<ListRow['stage'], LozengeView | undefined>> = Object.freeze({
  held: undefined,
  offered: { text: 'OFFERED', tone: 'offered' },
  stalemate: { text: 'UNDECIDED', tone: 'offered' },
  resolved: { text: 'RESOLVED', tone: 'neutral' },
  gone: { text: 'GONE', tone: 'neutral' },
});

const stray: LozengeView = { text: 'NO HANDOFF', tone: 'no handoff' };

const head = ({ ticket, version, row, called }: NamedRow) => ({
  ticket,
  version,
  ...called,
  priority: `P${row.priority}`,
});

const shown = (lozenge: LozengeView | undefined) => (lozenge ? { lozenge } : {});

const offerer = (reader: Reader, { by }: Offer, { holder }: ListRow): string =>
  reader.directory.people[by] === undefined ? teamName(reader, holder) : fullName(reader, by);

/** An offer in the list of the party it is made to. */
function offeredRow(reader: Reader, named: NamedRow, offer: Offer): ListRowView {
  const isMine = mayBeAsked(reader, offer.to, offer.asked);
  const late: LozengeView | undefined = offer.answerBy < reader.now ? { text: 'LATE', tone: 'breached' } : undefined;
  return {
    ...head(named),
    who: joined([
      `From ${offerer(reader, offer, named.row)}`,
      `to ${placeText(reader, offer.to)}`,
      sorter(reader, offer),
    ]),
    owed: byWhen(reader, offer.triage === undefined ? owedWords.answer : owedWords.triage, offer.answerBy),
    lozenge: late ?? { text: isMine ? 'OFFERED TO YOU' : 'OFFERED', tone: 'offered' },
    ...(isMine ? { accept: { handoff: offer.handoff }, acceptLabel: acceptLabel(reader, offer) } : {}),
  };
}

const acceptLabel = (reader: Reader, { triage, to }: Offer): string =>
  triage === undefined ? 'Accept' : `Accept for ${teamName(reader, to)}`;

/** 'Carla Reis sorts it first' */
const sorter = (reader: Reader, { triage }: Offer): string | undefined =>
  triage === undefined || triage === reader.person ? undefined : `${personName(reader, triage)} sorts it first`;

/** What its viewer sorts stands apart from what is offered to teams. */
const placeOfOffer = ({ directory, person = '' }: Reader, { to, triage }: Offer): 'triage' | 'offered' =>
  triage !== undefined && maySort(directory, to.party, person) ? 'triage' : 'offered';

/** What somebody else's ticket asks of the viewer's party. */
function askedRow(reader: Reader, named: NamedRow, { of, kind, answerBy }: Asked): ListRowView {
  const late: LozengeView | undefined = answerBy < reader.now ? { text: 'LATE', tone: 'breached' } : undefined;
  return {
    ...head(named),
    who: joined([`From ${teamName(reader, named.row.holder)}`, `to ${askedName(reader, of)}`]),
    owed: byWhen(reader, owedWords.answer, answerBy),
    lozenge: late ?? { text: kind === 'approval' ? 'TO APPROVE' : 'ASKED', tone: 'offered' },
  };
}

/** 'exception asked for, until 12:00 today' */
const exceptionText = (reader: Reader, { exception }: ListRow): string | undefined =>
  exception &&
  `${exception.isAsked ? 'exception asked for, until' : 'exception until'} ${timeText(reader, exception.until)}`;

function holderText(reader: Reader, { holder, offer }: ListRow): string {
  const person = holder.person === undefined ? 'nobody has taken it' : personName(reader, holder.person);
  return sentence(joined([person, teamName(reader, holder), offer && `offered to ${placeText(reader, offer.to)}`]));
}

/** A ticket in the list of the party that holds it. */
function heldRow(reader: Reader, named: NamedRow): ListRowView {
  const { row } = named;
  const clock = row.owed && clockLozenge(reader, row.owed);
  return {
    ...head(named),
    who: holderText(reader, row),
    owed: joined([owedText(reader, row.owed), exceptionText(reader, row)]),
    ...shown(clock ?? (row.isStray ? stray : (shiftLozenge(row) ?? stageLozenges[row.stage]))),
    ...mine(reader, row),
  };
}

function mine({ person }: Reader, { holder, stage, shift }: ListRow): Pick<ListRowView, 'mine'> {
  const isTheirs = person !== undefined && holder.person === person && (stage === 'held' || stage === 'offered');
  return isTheirs ? { mine: shift === undefined ? 'in hand' : 'handed over' } : {};
}

/** A ticket that the last shift offers to the viewer's. */
const shiftRow = (reader: Reader, named: NamedRow, shift: NonNullable<ListRow['shift']>): ListRowView => ({
  ...head(named),
  ...shiftWords(reader, shift),
  shift: { shift: shift.shift, isAlone: takenAlone(named.row) },
});

/** Where it is shown that the viewer's party has it, or that it has not. */
function heldNow(reader: Reader, named: NamedRow): ListRowNow {
  const { owed, holder } = named.row;
  const shift = forNextShift(reader, named.row);
  if (shift) return { section: 'shift', row: shiftRow(reader, named, shift) };
  return { section: owed && holder.party === reader.party ? 'ours' : 'neither', row: heldRow(reader, named) };
}

/** A ticket in the section of the viewer's list in which it belongs; in neither, as whoever holds it sees it. */
export function rowNow(reader: Reader, named: NamedRow): ListRowNow {
  const { offer, ask } = named.row;
  if (offer && offer.to.party === reader.party)
    return { section: placeOfOffer(reader, offer), row: offeredRow(reader, named, offer) };
  if (ask && ask.of.party === reader.party) return { section: 'offered', row: askedRow(reader, named, ask) };
  return heldNow(reader, named);
}
