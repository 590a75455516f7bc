import {
  crossingTo,
  otherParty,
  packetLabels,
  type BoundaryTerms,
  type Directory,
  type HoldingParty,
  type PacketField,
} from '../agreement';
import { answerHours, custodian, openTransfer, PACKET_LIMIT, partySince, type Open } from '../escalation';
import { isOpenAt, localText } from '../time';
import { shortClock } from './clockText';
import { deadlineField, proposedDeadline } from './formDeadline';
import { dutyText, hoursText, receiverAmong, receiverChoices, type Receiver } from './formReceiver';
import { actionsTaken, evidenceAdded, type Gathered, type Work } from './gathered';
import type { FormFields } from './protocol';
import { partyName, readerOf, teamName, type PanelViewer, type Reader } from './reader';
import type { FieldView, FormView } from './view';
import { durationText } from './wording';

/** The texts of the last packet this party wrote on the ticket, by name, and when (epoch ms). */
export interface PreviousPacket {
  readonly at: number;
  readonly texts: Readonly<Record<string, string | null>>;
}

/** What a hand-off form is filled from; nothing else is read. */
export interface FormInput extends Work {
  readonly state: Open;
  readonly directory: Directory;
  readonly viewer: PanelViewer;
  /** Epoch ms. */
  readonly now: number;
  readonly previous?: PreviousPacket;
  /** What the person had typed before. */
  readonly draft?: FormFields;
  /** The receiver chosen just now; else the draft's, else the cell's. */
  readonly team?: string;
}

interface Desk extends Reader {
  readonly input: FormInput;
  readonly giver: HoldingParty;
  readonly to: Receiver;
  readonly boundary: BoundaryTerms;
}

function deskOf(input: FormInput): Desk {
  const { state, directory, draft, team } = input;
  const giver = custodian(state).party;
  const boundary = state.terms.boundaries[crossingTo(otherParty(giver))];
  const moved = openTransfer(state)?.to.team;
  const to = receiverAmong({ directory, state }, [team, draft?.receiver, moved, boundary.receiver]);
  return { ...readerOf(directory, input.viewer, input.now), input, giver, to, boundary };
}

function introText(desk: Desk): string {
  const { input, to, boundary } = desk;
  const { priority, workType } = input.state.terms;
  const within = durationText(boundary.acknowledge);
  const hours = answerHours(input.state.terms, { crossing: crossingTo(to.party), team: to.team });
  const answer = isOpenAt(hours, input.now)
    ? `They answer within ${within}.`
    : `They are ${hoursText(desk, input.state, to)} and answer within ${within} of their hours.`;
  const route = `P${priority} ${workType} → ${teamName(desk, to)}, ${dutyText(desk, to.team)}.`;
  return `${route} ${answer} You stay accountable until they accept.`;
}

const labelOf = ({ boundary }: Desk, field: PacketField): string =>
  boundary.packet.labels[field] ?? packetLabels[field];

const typed = ({ input }: Desk, field: 'nextAction' | 'diagnosis' | 'actions' | 'evidence'): string | undefined =>
  input.draft?.[field];

/** The draft's text if there is one, else what was gathered and where from. */
const field = (desk: Desk, name: 'diagnosis' | 'actions' | 'evidence', gathered: Gathered): FieldView => {
  const draft = typed(desk, name);
  const isGathered = draft === undefined || draft === gathered.value;
  return {
    label: labelOf(desk, name),
    value: draft ?? gathered.value,
    ...(isGathered && gathered.hint !== undefined ? { hint: gathered.hint } : {}),
  };
};

/** This party's last diagnosis, marked with its time where it is from before. */
function carriedOver({ input, zone, now }: Desk): Gathered {
  const text = input.previous?.texts['diagnosis'];
  if (!input.previous || !text) return { value: '' };
  const when = shortClock(input.previous.at, zone, now);
  const isEarlier = input.previous.at < partySince(input.state);
  return { value: text, hint: `${isEarlier ? 'Carried over from' : 'Yours from'} ${when}. Still true?` };
}

const extraFields = ({ boundary, input }: Desk): FormView['extra'] =>
  boundary.packet.extra.map(({ id, label, required }) => ({
    id,
    label,
    isRequired: required,
    value: input.draft?.extra?.[id] ?? input.previous?.texts[id] ?? '',
    ...(required ? {} : { hint: 'optional' }),
  }));

function deadlineOf(desk: Desk): FormView['deadline'] {
  const { input, to, boundary, zone } = desk;
  const draft = input.draft?.deadline.trim() ?? '';
  const value = draft === '' ? localText(proposedDeadline(desk, input.state, to, boundary.nextAction), zone) : draft;
  return deadlineField(desk, input.state, to, { label: labelOf(desk, 'deadline'), value });
}

function reasonField({ boundary, input }: Desk): FormView['reason'] {
  const choices = boundary.packet.reasons.map(({ code, label }) => ({ value: code, label }));
  const isKnown = choices.some(({ value }) => value === input.draft?.reason);
  return { label: 'Reason', value: (isKnown ? input.draft?.reason : choices[0]?.value) ?? '', choices };
}

/** The hand-off form, filled with everything a system knows; the person adds the next required action (rules §8). */
export function formView(input: FormInput): FormView {
  const desk = deskOf(input);
  const { directory, giver, boundary, to } = desk;
  const { state } = input;
  const across = { party: otherParty(giver), team: to.party === giver ? boundary.receiver : to.team };
  const privacy = `${partyName(desk, across.party)} will read this. Customers will not.`;
  return {
    title: `Hand off to ${partyName(desk, across.party)}`,
    intro: introText({ ...desk, to: across }),
    ...(boundary.text === undefined ? {} : { boundary: boundary.text }),
    nextAction: { label: labelOf(desk, 'nextAction'), value: typed(desk, 'nextAction') ?? '' },
    deadline: deadlineOf(desk),
    diagnosis: field(desk, 'diagnosis', carriedOver(desk)),
    actions: field(desk, 'actions', actionsTaken(directory, state, giver, input)),
    evidence: field(desk, 'evidence', evidenceAdded(directory, state, giver, input)),
    extra: extraFields(desk),
    receiver: { label: 'Hand off to', value: to.team, choices: receiverChoices(desk, state, giver) },
    reason: reasonField(desk),
    privacy,
    limitBytes: PACKET_LIMIT,
  };
}
