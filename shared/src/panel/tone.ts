import type { WaitedFor } from '../agreement';
import type { Scene } from './scene';
import type { ConditionName, PartyTone, Tone } from './view';

/** The tone of each condition's own lozenge; the clock adds its own. */
export const conditionTones: Readonly<Record<ConditionName, Tone>> = Object.freeze({
  'not governed': 'neutral',
  'held by you': 'held',
  'held by your team': 'held',
  'held by others': 'held',
  unclaimed: 'held',
  paused: 'paused',
  'offered to you': 'offered',
  'to triage': 'offered',
  'offered by you': 'offered',
  offered: 'offered',
  stalemate: 'offered',
  'major incident': 'at risk',
  gone: 'neutral',
  asked: 'offered',
  'moved without a handoff': 'no handoff',
  'awaiting confirmation': 'met',
  finished: 'met',
});

/** The colour of whom a paused clock waits for. */
export const waitingTones: Readonly<Record<WaitedFor, PartyTone>> = Object.freeze({
  msp: 'msp',
  client: 'client',
  vendor: 'vendor',
  customer: 'customer',
});

const AT_RISK_BELOW = 0.2;

/** How the resolve clock stands. */
export function clockTone({ reading, state, waitingFor }: Scene): Tone {
  if (state.status === 'gone') return 'neutral';
  if (reading.remaining < 0) return 'breached';
  if (state.status === 'resolved') return 'met';
  if (waitingFor !== undefined) return 'paused';
  return reading.remaining < reading.within * AT_RISK_BELOW ? 'at risk' : 'held';
}
