import { causesOfBreach, type Cause, type CauseKind } from '../escalation';
import { waitedName, type Scene } from './scene';
import { durationText } from './wording';

const late: Readonly<Record<CauseKind, string>> = Object.freeze({
  unanswered: 'left the offer unanswered for',
  unclaimed: 'left it unclaimed past its target for',
  'un-batoned': 'moved it without a handoff, and nobody had it for',
  deleted: 'deleted it, and nobody had it for',
  answer: 'left what it was asked unanswered for',
  'held too long': 'had it in hand beyond its time by',
  'next action': 'is behind the promised next action by',
  'first reply': 'sent the first reply late by',
  'no reply': 'has owed the first reply for',
  'their hours': 'it waited outside the receiver’s hours for',
  'the target': 'nobody was late on the way; the agreed times are longer than the target by',
});

function sentenceFor(scene: Scene, { by, kind, overrun }: Cause): string {
  const who = by === 'agreement' ? '' : `${waitedName(scene, by)} `;
  return `${who}${late[kind]} ${durationText(overrun)}`;
}

const MOST = 3;

/** Why the deadline was missed, largest first; undefined while it is not. */
export function causesText(scene: Scene): string | undefined {
  const causes = causesOfBreach(scene.state, scene.now);
  if (causes.length === 0) return undefined;
  const more = causes.length > MOST ? ` and ${causes.length - MOST} more` : '';
  return `Why late: ${causes
    .slice(0, MOST)
    .map(cause => sentenceFor(scene, cause))
    .join('; ')}${more}`;
}
