import type { HoldingParty } from '../agreement';
import type { TicketEvent, TicketEventOf } from '../ticket';
import { noOffer, unsaid } from './answering';
import { fact, facts, nothing, refuse, type Context, type Decision } from './decision';
import type { FactData, NewFact } from './events';
import { approvesFor, ruleFor } from './exception';
import { approvalCode } from './approvalWords';
import { missingApprovals, openOverrides } from './openOverrides';
import type { Override } from './override';
import { isActive } from './participants';
import type { Open, State } from './state';

type Approving = TicketEventOf<'ApproveOverride'>;

/** An override that is open, and for whom the actor decides about it. */
export interface Deciding {
  readonly state: Open;
  readonly override: Override;
  readonly party: HoldingParty | undefined;
}

const gone = (): Decision => refuse('no-override', 'This is not asked for any more.', 'Reload to see how it stands.');

/** What is open of that name, and for whom the actor decides; a refusal where nothing is. */
export function deciding(
  context: Context,
  state: State,
  event: Pick<TicketEvent, 'actor'> & { readonly override: string },
): Deciding | Decision {
  if (state.status === 'unopened' || state.status === 'resolved') return noOffer(context, state);
  const override = openOverrides(state).find(({ id }) => id === event.override);
  const rule = override && ruleFor(state, override.kind);
  if (!override || !rule) return gone();
  return { state, override, party: approvesFor(context.directory, rule, event.actor.person) };
}

const notTheirs = ({ directory }: Context, { owed }: Override): Decision => {
  const names = owed.flatMap(({ person }) => (person === undefined ? [] : [directory.people[person]?.name ?? person]));
  return refuse('not-an-approver', 'This is not yours to approve.', `Ask ${names.join(' or ') || 'a lead'}.`);
};

const askerOf = (context: Context, { by }: Override, actor = ''): string[] =>
  by === undefined || by === actor || !isActive(context, by) ? [] : [by];

/** A desk that does not vouch for who presses is believed once they have written it themself (rules §4.4). */
const toBeWritten = (): Decision =>
  refuse('to-be-written', 'Pressing is not enough here.', 'Add the words shown as a private note on this ticket.');

/** Why what an approver pressed or wrote does not approve it. */
function notApproved({ state, override }: Deciding, { assurance, code }: Approving): Decision | undefined {
  if (assurance === 'claimed') return toBeWritten();
  const isOther = code !== undefined && code.toLowerCase() !== approvalCode(state, override);
  return isOther ? gone() : undefined;
}

/** Somebody who may approves: it counts once nobody's approval is missing. */
export function decideApprove(context: Context, state: State, event: Approving): Decision {
  const known = deciding(context, state, event);
  if (!('override' in known)) return known;
  const { override, party } = known;
  const missing = missingApprovals(override);
  if (party === undefined || override.owed.every(one => one.party !== party)) return notTheirs(context, override);
  if (missing.every(one => one.party !== party)) return nothing;
  return notApproved(known, event) ?? approved(context, event, override, party);
}

function approved(context: Context, event: Approving, override: Override, party: HoldingParty): Decision {
  const isLast = override.isAny === true || missingApprovals(override).length === 1;
  const given = isLast
    ? { isGiven: true as const, tell: askerOf(context, override, event.actor.person) }
    : { tell: [] };
  return facts(fact(event, 'OverrideApproved', { override: override.id, for: party, ...given }));
}

/** What refusing it is: ending what counts, taking back what one has asked, or saying no. */
function refusedAs({ by, isGiven }: Override, person: string | undefined): FactData<'OverrideRefused'>['how'] {
  if (isGiven) return 'ended';
  return by !== undefined && by === person ? 'withdrawn' : 'refused';
}

/** Whoever may approve refuses or ends it; whoever asked takes it back. */
export function decideRefuse(context: Context, state: State, event: TicketEventOf<'RefuseOverride'>): Decision {
  const known = deciding(context, state, event);
  if (!('override' in known)) return known;
  const { override, party } = known;
  const { person } = event.actor;
  if (party === undefined && override.by !== person) return notTheirs(context, override);
  const how = refusedAs(override, person);
  const refusal = how === 'refused' ? unsaid('why', event.why, 'Say why not in one sentence.') : undefined;
  if (refusal) return refusal;
  const texts = how === 'refused' ? { texts: { why: event.why.trim() } } : {};
  const tell = askerOf(context, override, person);
  return facts(fact(event, 'OverrideRefused', { override: override.id, how, tell }, texts));
}

const expiringFirst = (state: Open): Override | undefined =>
  [...openOverrides(state)].sort((one, other) => one.until - other.until)[0];

/** When the next one ends by itself, epoch ms. */
const expiresAt = (state: Open): number | undefined => expiringFirst(state)?.until;

/** A later deadline is used by being given. */
const wasUsed = ({ kind, from, isUsed }: Override): boolean =>
  isUsed === true || (kind === 'deadline' && from !== undefined);

/** Its time is over: whoever asked hears where nobody had approved it. */
function expire(context: Context, state: Open, event: TicketEvent, at: number): NewFact[] {
  const override = expiringFirst(state);
  if (!override) return [];
  const was = override.isGiven ? 'given' : 'not approved';
  const tell = was === 'given' ? [] : askerOf(context, override);
  return [fact(event, 'OverrideExpired', { override: override.id, was, isUsed: wasUsed(override), tell }, { at })];
}

/** What time brings about where an override ends. */
export const expiring = { at: expiresAt, becomes: expire } as const;
