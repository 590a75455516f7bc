import { firstAsked } from '../agreement';
import type { TicketEventOf } from '../ticket';
import type { Alert } from './alert';
import { custodian } from './custody';
import { decidePageAcknowledged, pageSeen } from './decidePaged';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import type { FactOf, NewFact } from './events';
import type { Open, State } from './state';

/** However often an alert is raised, it is written down once in so long, ms: a storm does not fill the ticket. */
const WRITTEN_EVERY = 900_000;

type Raised = TicketEventOf<'AlertRaised'>;

/** Nobody has had it in person, worked on it or handed it on. */
const isUntouched = (state: Open): boolean =>
  state.status === 'held' &&
  state.worked.length === 0 &&
  state.offers.length === 0 &&
  state.major === undefined &&
  state.custody.every(({ to }) => to.person === undefined);

/** The team that the severity names has it from the start, also where the desk told of the ticket first. */
function routed(state: Open, event: Raised): NewFact[] {
  const { party, team } = custodian(state);
  const isThere = party === event.to.party && team === event.to.team;
  return isThere || !isUntouched(state) ? [] : [fact(event, 'Routed', { to: { ...event.to } })];
}

function begun({ directory }: Context, state: Open, event: Raised): Decision {
  const { source, alert, severity, words: texts } = event;
  const { team } = event.to;
  const first = team === undefined ? undefined : firstAsked(directory, team, event.at);
  const tell = first === undefined ? [] : [first];
  return facts(...routed(state, event), fact(event, 'AlertOpened', { source, alert, severity, tell }, { texts }));
}

/** The first repetition is written down at once, the next ones so often as a reader can bear. */
const isWritten = ({ repeats, saidAt, clearedAt }: Alert, { learned }: Raised): boolean =>
  clearedAt === undefined && repeats > 0 && learned - saidAt < WRITTEN_EVERY;

function again(known: Alert, event: Raised): Decision {
  const { source, alert, severity, times } = event;
  if (known.alert !== alert || isWritten(known, event)) return nothing;
  return facts(fact(event, 'AlertRepeated', { source, alert, severity, times }));
}

/** An alert was raised: it opens the escalation, or joins the one that it opened, counted. */
function decideAlertRaised(context: Context, state: State, event: Raised): Decision {
  if (state.status === 'unopened') return nothing;
  return state.alert ? again(state.alert, event) : begun(context, state, event);
}

/** Somebody saw it where it comes from: known to all, and no acceptance. */
function decideAlertSeen(_: Context, state: State, event: TicketEventOf<'AlertAcknowledged'>): Decision {
  if (state.status === 'unopened' || state.alert?.alert !== event.alert) return nothing;
  const { source, alert, who } = event;
  return facts(fact(event, 'AlertAcknowledged', { source, alert }, who === undefined ? {} : { texts: { who } }));
}

/** It is over: before the first claim that ends the escalation and counts nowhere; after it, whoever has it is told. */
function decideAlertCleared(_: Context, state: State, event: TicketEventOf<'AlertCleared'>): Decision {
  if (state.status === 'unopened' || state.alert?.alert !== event.alert) return nothing;
  if (state.alert.clearedAt !== undefined) return nothing;
  const { source, alert, times } = event;
  const unclaimed = isUntouched(state) ? { isUnclaimed: true as const } : {};
  return facts(fact(event, 'AlertCleared', { source, alert, times, ...unclaimed }));
}

/** What monitoring and pagers told, decided. */
export const alertDeciders = {
  PageAcknowledged: decidePageAcknowledged,
  AlertRaised: decideAlertRaised,
  AlertAcknowledged: decideAlertSeen,
  AlertCleared: decideAlertCleared,
} as const;

const withAlert = (state: Open, change: (alert: Alert) => Alert): Open =>
  state.alert ? { ...state, alert: change(state.alert) } : state;

const opened = (state: Open, { at, learned, data }: FactOf<'AlertOpened'>): Open => {
  const { source, alert, severity } = data;
  return { ...state, alert: { source, alert, severity, at, repeats: 0, saidAt: learned } };
};

/** Raised again, it is not over any more. */
const repeated = (state: Open, { learned, data: { times, severity } }: FactOf<'AlertRepeated'>): Open =>
  withAlert(state, ({ source, alert, at, repeats }) => ({
    ...{ source, alert, at, severity },
    repeats: repeats + times,
    saidAt: learned,
  }));

const cleared = (state: Open, { at, data: { times, isUnclaimed } }: FactOf<'AlertCleared'>): Open =>
  withAlert(state, alert => ({
    ...alert,
    repeats: alert.repeats + times,
    clearedAt: at,
    ...(isUnclaimed ? { isUnclaimed } : {}),
  }));

/** What facts about alerts and pages make of a state. */
export const alertEvolvers = {
  AlertOpened: opened,
  AlertRepeated: repeated,
  AlertAcknowledged: (state: Open): Open => state,
  AlertCleared: cleared,
  PageAcknowledged: pageSeen,
} as const;
