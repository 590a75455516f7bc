import { mayErase, type Fact } from '../escalation';
import type { ErasureReason } from '../ticket';
import { shortClock } from './clockText';
import { personName } from './reader';
import { textOf, type Scene } from './scene';
import type { ActionView } from './view';

/** Why a text was removed, in words. */
export const erasureReasons: Readonly<Record<ErasureReason, string>> = Object.freeze({
  'personal-data': 'personal data',
  secret: 'a password or key',
  'wrong-ticket': 'belongs somewhere else',
  other: 'something else',
});

/** Whether the viewer may remove what was written with a fact and is there still. */
export const isErasable = (scene: Scene, { texts = {}, by }: Fact): boolean =>
  Object.values(texts).some(hash => textOf(scene, hash) !== undefined) &&
  mayErase(scene.directory, scene.person, by.person);

/** Removes what was written with one fact: asks why, as a code, and says what it does before it does it. */
export function eraseAction(scene: Scene, { seq, at, by }: Fact): ActionView {
  const who = by.person === undefined ? 'was written' : `${personName(scene, by.person)} wrote`;
  const when = shortClock(at, scene.zone, scene.now);
  return {
    act: 'erase',
    label: 'Remove text',
    emphasis: 'subtle',
    fact: seq,
    asks: {
      field: 'because',
      label: 'Because it is',
      hint: `Nobody can read what ${who} at ${when} after this. Who did what and when stays.`,
      value: 'personal-data',
      choices: Object.entries(erasureReasons).map(([value, label]) => ({ value, label })),
      sends: 'Remove for good',
    },
  };
}
