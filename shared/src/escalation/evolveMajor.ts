import type { Placement } from '../agreement';
import type { FactOf } from './events';
import { held, lying, movedTo, overtaken } from './evolveCustody';
import { completed } from './evolveTransfer';
import { isCommanded } from './command';
import type { Major } from './major';
import type { Open } from './state';

const changed = (state: Open, change: Partial<Major>): Open =>
  state.major ? { ...state, major: { ...state.major, ...change } } : state;

/** The commander has custody; what was offered, undecided or astray is over with that. */
function majorDeclared(state: Open, { at, data }: FactOf<'MajorDeclared'>): Open {
  const flagged = data.how === 'desk' ? ({ isFlagged: true } as const) : {};
  if (isCommanded(state)) return changed(state, flagged);
  const follows = data.follows === undefined ? {} : { follows: data.follows };
  const next: Open = { ...overtaken(held(state), at), major: { declaredAt: at, ...flagged, ...follows } };
  return data.commander ? movedTo(next, at, data.commander as Placement, 'command') : next;
}

const commandTaken = (state: Open, { at, data }: FactOf<'CommandTaken'>): Open =>
  movedTo(state, at, data.to as Placement, 'command');

/** The newest link is the one that counts. */
const bridgeOpened = (state: Open, { texts = {} }: FactOf<'BridgeOpened'>): Open =>
  texts['bridge'] === undefined ? state : changed(state, { bridge: texts['bridge'] });

/** Nobody commands it any longer; custody stays where it is until it is handed over with a packet. */
function mitigated(state: Open, { at, data }: FactOf<'MajorMitigated'>): Open {
  if (!state.major) return state;
  const { isFlagged, ...major } = state.major;
  const kept = isFlagged && data.how !== 'desk' ? { isFlagged } : {};
  return { ...state, major: { ...major, ...kept, mitigatedAt: major.mitigatedAt ?? at } };
}

/** What was done in haste was done on the other one: nothing is owed here. */
function majorLeft(state: Open, { at, data }: FactOf<'MajorLeft'>): Open {
  const left = changed(state, { mitigatedAt: at, packetAt: at });
  return data.to ? movedTo(left, at, data.to as Placement, 'after command') : left;
}

const packetGiven = (state: Open, at: number): Open =>
  state.major?.mitigatedAt === undefined ? state : changed(state, { packetAt: state.major.packetAt ?? at });

/** A packet makes good what went without one: a transfer that nothing explained, or what was done in haste. */
export const delivered = (state: Open, fact: FactOf<'HandoffOffered' | 'Passed'>): Open =>
  packetGiven(completed(state, fact), fact.at);

/** What each fact of a major incident changes. */
export const majorEvolvers = {
  MajorDeclared: majorDeclared,
  CommandTaken: commandTaken,
  MovedUnderCommand: lying,
  BridgeOpened: bridgeOpened,
  MajorLeft: majorLeft,
  MajorMitigated: mitigated,
} as const;
