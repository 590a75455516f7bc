import type { FactData } from '../escalation';
import { personName, type Reader } from './reader';
import type { Tell } from './told';
import { joined, listText, sentence } from './wording';

type Cause = FactData<'RungReached'>['because'];

/** Why the agreement calls somebody. */
export const rungCauses: Readonly<Record<Cause, string>> = Object.freeze({
  after: 'it has taken as long as agreed for this step',
  bounces: 'it went to and fro between the parties',
  returns: 'it was returned more than once',
  toAndFro: 'it is back where it was before',
  comebacks: 'it was resolved and not fixed',
  unanswered: 'nobody answered who was called before',
  'nobody there': 'nobody is there whom the agreement calls before',
});

/** 'It was returned more than once: Grace Kim is called.' */
export function rungText(reader: Reader, { because, tell }: Pick<FactData<'RungReached'>, 'because' | 'tell'>): string {
  const names = tell.map(person => personName(reader, person));
  const verb = names.length === 1 && names[0] !== 'you' ? 'is' : 'are';
  const called = names.length === 0 ? 'nobody is there to be called' : `${listText(names)} ${verb} called`;
  return `${sentence(rungCauses[because])}: ${called}.`;
}

/** 'Nobody answered, and nobody is left to call. Carla Reis and Grace Kim owe the decision.' */
export function endText(reader: Reader, { owed }: Pick<FactData<'RungsEnded'>, 'owed'>): string {
  const names = owed.map(person => personName(reader, person));
  const verb = names.length === 1 && names[0] !== 'you' ? 'owes' : 'owe';
  return joined(
    ['Nobody is left whom the agreement calls.', `${sentence(listText(names))} ${verb} the decision.`],
    ' ',
  );
}

/** The rungs a ticket reaches, told in a sentence each. */
export const rungTells: { readonly [T in 'RungReached' | 'RungsEnded']: Tell<T> } = {
  RungReached: (scene, { data }) => rungText(scene, data),
  RungsEnded: (scene, { data }) => endText(scene, data),
};
