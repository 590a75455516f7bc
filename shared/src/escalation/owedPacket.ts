import { dueAfter } from '../time';
import { hoursOf } from './hours';
import { PACKET_AFTER, packetOwedSince } from './command';
import { holding, timed, type Obligation } from './owing';
import type { Open } from './state';

/** What was done in haste during a major incident is owed in words (rules §6). */
export function owedPacket(state: Open, now: number): Obligation[] {
  const since = packetOwedSince(state);
  if (since === undefined) return [];
  const owing = holding(state);
  const hours = hoursOf(state.terms, owing.party, owing.team);
  const span = { since, dueAt: dueAfter(hours, since, PACKET_AFTER), within: PACKET_AFTER };
  return [{ kind: 'packet', name: `packet ${since}`, ...owing, ...timed(hours, span, now) }];
}
