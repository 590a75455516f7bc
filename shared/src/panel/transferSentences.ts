import type { Placement } from '../agreement';
import type { FactData, FactType } from '../escalation';
import { shortClock } from './clockText';
import { partyName, placeText } from './reader';
import { holds, named, told, type Tell } from './told';
import { joined } from './wording';

type TransferFact = Extract<
  FactType,
  | 'UnbatonedTransfer'
  | 'TransferCorrected'
  | 'TransferFollowed'
  | 'TransferUndone'
  | 'CustodyFollowed'
  | 'AcceptedAsItIs'
  | 'TransferTakenBack'
  | 'TransferReturned'
  | 'PacketOwed'
>;

const reasons: Readonly<Record<string, string>> = Object.freeze({
  urgent: 'it cannot wait',
  clear: 'it is clear what to do',
  ours: 'it is theirs anyway',
  other: 'another reason',
});

const began: Readonly<Record<FactData<'CustodyFollowed'>['how'], string>> = Object.freeze({
  claimed: 'took it',
  replied: 'answered the customer',
  resolved: 'resolved it',
});

const because: Readonly<Record<FactData<'PacketOwed'>['stays'], string>> = Object.freeze({
  'mass move': 'many were moved at once',
  observe: 'the agreement only watches here',
  pilot: 'the agreement gives nothing back by itself here',
  'priority 1': 'it is priority 1',
  'major incident': 'it is or was a major incident',
  'worked on': 'they have worked on it',
  'returned before': 'it was given back once before',
  'giver closed': 'the giver is outside their hours',
  'nobody on duty': 'nobody of the giver is on duty',
});

/** Moves that no handoff explains, and how they were put right. */
export const transferTells: { readonly [T in TransferFact]: Tell<T> } = {
  UnbatonedTransfer: (scene, fact) => {
    const { to, accountable, notBefore } = fact.data;
    const rest = `to ${placeText(scene, to as Placement)} without a handoff.`;
    const since = notBefore && `It happened after ${shortClock(notBefore, scene.zone, scene.now)}.`;
    const who = `${partyName(scene, accountable)} answers for the time.`;
    return joined([told(scene, fact, `moved it ${rest}`, `It was moved ${rest}`), since || undefined, who], ' ');
  },
  TransferCorrected: (scene, fact) =>
    told(
      scene,
      fact,
      'took it back at once: that move does not count.',
      'It was taken back at once and does not count.',
    ),
  TransferFollowed: (scene, fact) => {
    const place = placeText(scene, fact.data.to as Placement);
    return told(scene, fact, `moved it on to ${place}.`, `It was moved on to ${place}.`);
  },
  TransferUndone: (scene, fact) => {
    const place = placeText(scene, fact.data.to as Placement);
    return told(scene, fact, `moved it back to ${place}.`, `It was moved back to ${place}.`);
  },
  CustodyFollowed: (scene, { data: { to, how } }) =>
    `${named(scene, to.person)} ${began[how]}, so custody followed. ${holds(scene, to as Placement)}`,
  AcceptedAsItIs: (scene, { data: { to, reason } }) =>
    `${named(scene, to.person)} took it without a packet: ${reasons[reason] ?? reason}. ${holds(scene, to as Placement)}`,
  TransferTakenBack: (scene, fact) => told(scene, fact, 'took it back.', 'It was taken back.'),
  TransferReturned: (scene, fact) =>
    fact.data.how === 'automatic'
      ? 'Baton gave it back, because it came without a handoff.'
      : told(scene, fact, 'sent it back with guidance.', 'It was sent back with guidance.'),
  PacketOwed: (_, { data: { stays } }) => `It stays where it is, because ${because[stays]}. The handoff is owed.`,
};
