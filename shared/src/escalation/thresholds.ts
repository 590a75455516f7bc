import { crossingTo, firstAsked, otherParty, type HoldingParty } from '../agreement';
import type { TicketEvent } from '../ticket';
import { custodian } from './custody';
import { fact, type Context } from './decision';
import type { NewFact } from './events';
import { running } from './obligations';
import type { Obligation } from './owing';
import { paceWarning, type Pace } from './pace';
import { isActive } from './participants';
import type { Open, Said } from './state';

/** A share of an obligation, in percent, that is to be said at `at` (epoch ms); 100 is its breach. */
interface Threshold {
  readonly owed: Obligation;
  readonly share: number;
  readonly at: number;
  /** Where the team's own pace says so, not the share. */
  readonly pace?: Pace;
}

/** So many entries are kept of obligations that are over; those of the promises to the customer always are. */
const KEPT = 40;

const isPromise = (name: string): boolean => name.startsWith('respond ') || name.startsWith('resolve ');

/** The state once a share of an obligation was said. */
export function said<T extends Open>(state: T, of: string, share: number): T {
  const entries: readonly Said[] = [...state.said.filter(entry => entry.of !== of), { of, share }];
  const isKept = ({ of: name }: Said, index: number) => isPromise(name) || index >= entries.length - KEPT;
  return { ...state, said: entries.filter(isKept) };
}

const saidOf = ({ said: entries }: Open, { name }: Obligation): number =>
  entries.find(({ of }) => of === name)?.share ?? 0;

/** A breach is the first millisecond too late: what is done exactly at its due instant is met. */
const elapsedAt = ({ within }: Obligation, share: number): number =>
  share === 100 ? within + 1 : Math.ceil((within * share) / 100);

/** Nothing is said of the time before the present terms, nor of what a deletion or a merge made late at once. */
export const saidSince = ({ termsSince, deletions = [], merges = [] }: Open): number =>
  Math.max(termsSince, ...deletions.map(({ until = 0 }) => until), ...merges.map(({ at }) => at));

/** The shares of which something is said, ascending. An update is owed again and again: only the last one is worth a message. */
function sharesOf({ terms }: Open, { kind }: Obligation): readonly number[] {
  const warnings = [...(terms.warnings ?? [])].sort((a, b) => a - b);
  return [...(kind === 'update' ? warnings.slice(-1) : warnings), 100];
}

/** What is to be said of it next, nothing before the terms hold that say so; of what falls on one instant the most pressing. */
function nextShare(state: Open, owed: Obligation): Threshold | undefined {
  const [known, since] = [saidOf(state, owed), saidSince(state)];
  const isNews = ({ share, at }: Threshold) => share === 100 || (at >= state.knownSince && owed.within > 0);
  let first: Threshold | undefined;
  for (const share of sharesOf(state, owed)) {
    if (share <= known) continue;
    const next = { owed, share, at: Math.max(owed.passes(elapsedAt(owed, share)), since) };
    if (first && next.at > first.at) return first;
    first = isNews(next) && next.at < Infinity ? next : undefined;
  }
  return first;
}

/** Less is left than the team that has it has needed so far: said once for each stay. */
function byPace(state: Open, owed: Obligation): Threshold | undefined {
  const warning = paceWarning(state, owed, saidSince(state));
  if (!warning || warning.at === Infinity || warning.at < state.knownSince) return undefined;
  const { name, at, pace } = warning;
  const used = Math.round((100 * (owed.within - pace.left)) / owed.within);
  const share = Math.min(99, Math.max(1, used));
  return state.said.some(({ of }) => of === name) ? undefined : { owed: { ...owed, name }, share, at, pace };
}

/** Once a ladder has ended the answer is owed by others. */
const isClimbed = (state: Open, { kind }: Obligation): boolean =>
  kind === 'acknowledge' && state.status === 'offered' && state.offer.owed !== undefined;

/** What is to be said next of all that is owed, if no clock stops before; undefined where all is said. */
export function nextThreshold(state: Open): Threshold | undefined {
  if (state.terms.warnings === undefined) return undefined;
  const clocks = running(state, state.openedAt).filter(owed => !owed.isPaused && !isClimbed(state, owed));
  let first: Threshold | undefined;
  for (const owed of clocks)
    for (const next of [nextShare(state, owed), byPace(state, owed)])
      if (next && (first === undefined || next.at < first.at)) first = next;
  return first;
}

/** The lead of a party, or its coordinator where the lead does not work now. */
export function leadOf({ directory }: Context, party: HoldingParty): string | undefined {
  const { lead, coordinator } = directory.parties[party];
  return [lead, coordinator].find(person => isActive({ directory }, person));
}

/** The leads of both parties, or their coordinators, each once. */
export const bothLeads = (context: Context): string[] => [
  ...new Set((['msp', 'client'] as const).flatMap(party => leadOf(context, party) ?? [])),
];

/** Both accountable parties: whoever owes it, the custodian, both leads; where a cell only watches, the leads alone. */
function toTell(context: Context, state: Open, { owed, at }: Threshold): string[] {
  const { party, team, person } = owed;
  const holder = custodian(state);
  const onShift = team === undefined ? undefined : firstAsked(context.directory, team, at);
  const isWatched = state.terms.boundaries[crossingTo(party === 'vendor' ? holder.party : party)].mode === 'observe';
  const agents = isWatched ? [] : [person ?? onShift, holder.person];
  const leads = [leadOf(context, holder.party), leadOf(context, otherParty(holder.party))];
  const people = [...agents, ...leads].filter(one => one !== undefined && isActive(context, one));
  return at < state.knownSince ? [] : [...new Set(people as string[])];
}

/** The fact that a share of an obligation is used up, and whom to tell. */
export function shareUsed(context: Context, state: Open, event: TicketEvent, threshold: Threshold): NewFact {
  const { kind, name, audience, party, vendor, team, person, dueAt } = threshold.owed;
  const owing = {
    ...(audience === undefined ? {} : { audience }),
    party,
    ...(vendor === undefined ? {} : { vendor }),
    ...(team === undefined ? {} : { team }),
    ...(person === undefined ? {} : { person }),
  };
  const said = { kind, name, ...owing, dueAt, tell: toTell(context, state, threshold) };
  const { share, at, pace } = threshold;
  return share === 100
    ? fact(event, 'Breached', said, { at })
    : fact(event, 'WarningGiven', { share, ...said, ...(pace === undefined ? {} : { pace: { ...pace } }) }, { at });
}

/** The sorting or acknowledgement that an offer's rung has missed at `at` (epoch ms), unless that was said. */
export function answerMissed(context: Context, state: Open, event: TicketEvent, at: number): NewFact[] {
  const owed = running(state, at).find(({ kind }) => kind === 'acknowledge' || kind === 'triage');
  const isSaid = state.terms.warnings === undefined || !owed || saidOf(state, owed) === 100;
  return isSaid ? [] : [shareUsed(context, state, event, { owed, share: 100, at })];
}
