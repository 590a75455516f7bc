import { backupOf, crossingTo, onDuty, otherParty, partyOfTeam, type Directory, type HoldingParty } from '../agreement';
import { custodian, hoursOf, passAsks, type Open } from '../escalation';
import { DAY, dueAfter, isOpenAt } from '../time';
import { closesAt } from './deadlineView';
import type { PassView, ReceiverChoice } from './formShape';
import { personName, teamName, timeText, type Reader } from './reader';
import { durationText, joined } from './wording';

/** The team that a handoff or pass goes to. */
export interface Receiver {
  readonly party: HoldingParty;
  readonly team: string;
}

const teamsOf = ({ teams }: Directory, party: HoldingParty): string[] =>
  Object.keys(teams).filter(id => teams[id]?.party === party);

/** The first of the teams wished for that may have it next; else the other party's first team. */
export function receiverAmong(
  { directory, state }: { readonly directory: Directory; readonly state: Open },
  wished: readonly (string | undefined)[],
): Receiver {
  const { party: giver, team: holding } = custodian(state);
  const found = wished.find(team => team !== undefined && team !== holding && partyOfTeam(directory, team));
  const party = otherParty(giver);
  const team = found ?? teamsOf(directory, party)[0] ?? state.terms.boundaries[crossingTo(party)].receiver;
  return { party: partyOfTeam(directory, team) ?? party, team };
}

/** 'on duty: Omar Said', 'standing in: Grace Kim', 'nobody on duty'. */
export function dutyText(reader: Reader, team: string): string {
  const { directory, now } = reader;
  const person = onDuty(directory, team, now);
  if (person !== undefined) return `on duty: ${personName(reader, person)}`;
  const backup = backupOf(directory, team, now);
  return backup === undefined ? 'nobody on duty' : `standing in: ${personName(reader, backup)}`;
}

/** 'open until 18:00 today', 'closed until Mon 08:00', 'open at all hours'. */
export function hoursText(reader: Reader, { terms }: Open, { party, team }: Receiver): string {
  const { now } = reader;
  const hours = hoursOf(terms, party, team);
  if (!isOpenAt(hours, now)) return `closed until ${timeText(reader, dueAfter(hours, now, 1) - 1)}`;
  const closing = closesAt(hours, now);
  return closing - now > 7 * DAY ? 'open at all hours' : `open until ${timeText(reader, closing)}`;
}

/** What changes on the form where the receiver is another team of the giver's own party. */
function passView(reader: Reader, state: Open, to: Receiver): PassView {
  const within = durationText(state.terms.boundaries[crossingTo(to.party)].acknowledge);
  const name = teamName(reader, to);
  const asks = passAsks(reader, state, custodian(state).team, to.team) === 'full' ? 'full' : 'short';
  return {
    asks,
    title: `Pass on to ${name}`,
    intro: `${name}, ${dutyText(reader, to.team)}. Somebody takes it within ${within}; nobody has to accept it.`,
    privacy: 'Both parties can read this. Customers cannot.',
  };
}

/** The other party's teams first, then the giver's other teams. */
export function receiverChoices(reader: Reader, state: Open, giver: HoldingParty): ReceiverChoice[] {
  const choice = (party: HoldingParty, team: string): ReceiverChoice => {
    const to = { party, team };
    const own = party === giver ? ['your side'] : [];
    const about = joined([...own, dutyText(reader, team), hoursText(reader, state, to)], '; ');
    const label = `${teamName(reader, to)} (${about})`;
    return { value: team, label, ...(party === giver ? { pass: passView(reader, state, to) } : {}) };
  };
  const { team: holding } = custodian(state);
  const others = teamsOf(reader.directory, otherParty(giver)).map(team => choice(otherParty(giver), team));
  const own = teamsOf(reader.directory, giver).filter(team => team !== holding);
  return [...others, ...own.map(team => choice(giver, team))];
}
