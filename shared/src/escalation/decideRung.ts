import { firstAsked, isThere, otherParty, partyOfTeam, type Climb, type HoldingParty, type Whose } from '../agreement';
import type { Asked, AskKind, TicketEvent } from '../ticket';
import { askTarget } from './askTarget';
import { isCommanded } from './command';
import { custodian } from './custody';
import { fact, type Context } from './decision';
import type { NewFact } from './events';
import { nextReaching, rungsLeft, type Reaching } from './nextRung';
import { openTransfer } from './openTransfer';
import type { Open } from './state';

function partyCalled(state: Open, whose: Whose): HoldingParty {
  const { party } = custodian(state);
  return whose === 'holder' ? party : whose === 'other' ? otherParty(party) : whose;
}

/** A lead or coordinator who is there; each stands in for the other. */
function seniorCalled({ directory }: Context, state: Open, { calls }: Climb, at: number): Asked | undefined {
  if ('team' in calls) return undefined;
  const party = partyCalled(state, 'lead' in calls ? calls.lead : calls.coordinator);
  const { lead, coordinator } = directory.parties[party];
  const order = 'lead' in calls ? [lead, coordinator] : [coordinator, lead];
  const person = order.find(one => isThere(directory, one, at));
  return person === undefined ? undefined : { party, person };
}

function asking(
  context: Context,
  state: Open,
  event: TicketEvent,
  { of, kind, reaching }: { of: Asked; kind: AskKind; reaching: Reaching },
): NewFact {
  const { at, because } = reaching;
  const about = { ask: `a${state.asks.length + 1}`, kind, of, isBlocking: false, rung: because };
  return fact(event, 'Asked', { ...about, ...askTarget(context, state, { kind, of, at }) }, { at });
}

/** Whether custody may go to the team by itself: inside its party, while nobody is offered it or commands it. */
const isPassable = (state: Open, party: HoldingParty): boolean =>
  state.status === 'held' && !isCommanded(state) && !openTransfer(state) && custodian(state).party === party;

/** More skill: inside the party the team has it from now on; across the boundary, where only an acceptance moves it, it joins. */
function teamCalled(context: Context, state: Open, event: TicketEvent, reaching: Reaching): NewFact[] {
  const calls = reaching.rung?.calls;
  const team = calls && 'team' in calls ? calls.team : '';
  const party = partyOfTeam(context.directory, team);
  if (party === undefined || team === custodian(state).team) return [];
  const { at, because } = reaching;
  if (!isPassable(state, party))
    return [asking(context, state, event, { of: { party, team }, kind: 'escalate', reaching })];
  return [fact(event, 'Passed', { to: { party, team }, rung: because }, { at })];
}

/** What a rung brings about, and who is told of it. */
function called(context: Context, state: Open, event: TicketEvent, reaching: Reaching & { rung: Climb }) {
  const { rung, at } = reaching;
  const of = seniorCalled(context, state, rung, at);
  if (of && of.party !== 'vendor')
    return { tell: [of.person as string], facts: [asking(context, state, event, { of, kind: 'raise', reaching })] };
  if (!('team' in rung.calls)) return { tell: [], facts: [] };
  const first = firstAsked(context.directory, rung.calls.team, at);
  const people = [first, custodian(state).person].filter(one => one !== undefined);
  return { tell: [...new Set(people)], facts: teamCalled(context, state, event, reaching) };
}

function ended({ directory }: Context, state: Open, event: TicketEvent, { at, ask }: Reaching): NewFact {
  const { msp, client } = directory.parties;
  const owed = [...new Set([directory.parties[custodian(state).party].coordinator, msp.lead, client.lead])];
  return fact(event, 'RungsEnded', { owed, ...(ask ? { ask: ask.id } : {}) }, { at });
}

/** A rung to be reached, and those above it. */
interface Climbing extends Reaching {
  readonly rungs: readonly Climb[];
}

/** A rung is reached: whoever it calls is called; one with nobody on it is passed at once, and says so. */
function reached(context: Context, state: Open, event: TicketEvent, climbing: Climbing): NewFact[] {
  const { at, because, ask, rungs } = climbing;
  const [rung, ...above] = rungs;
  if (!rung) return [ended(context, state, event, climbing)];
  const { tell, facts } = called(context, state, event, { ...climbing, rung });
  const said = fact(event, 'RungReached', { rung: rung.id, because, tell, ...(ask ? { ask: ask.id } : {}) }, { at });
  if (tell.length > 0 || facts.length > 0) return [said, ...facts];
  return [said, ...reached(context, state, event, { at, because: 'nobody there', rungs: above })];
}

/** What the next rung brings about. */
export function rungReached(context: Context, state: Open, event: TicketEvent): NewFact[] {
  const reaching = nextReaching(state);
  if (!reaching) return [];
  const left = rungsLeft(state);
  const from = reaching.rung ? left.indexOf(reaching.rung) : left.length;
  return reached(context, state, event, { ...reaching, rungs: left.slice(from) });
}
