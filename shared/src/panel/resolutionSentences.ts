import { told, type Tell } from './told';
import { joined } from './wording';

type Resolution = 'Resolved' | 'Reopened' | 'RequesterWrote' | 'ResolutionConfirmed';

const levelText = (level: number | undefined): string | undefined =>
  level === undefined ? undefined : `It was not fixed and goes on one level up, at level ${level}.`;

/** How a ticket was resolved, and whether that held, told in a sentence each. */
export const resolutionTells: { readonly [T in Resolution]: Tell<T> } = {
  Resolved: (scene, fact) => told(scene, fact, 'resolved it.', 'It was resolved.'),
  Reopened: (scene, fact) =>
    joined([told(scene, fact, 'reopened it.', 'It was reopened.'), levelText(fact.data.level)], ' '),
  RequesterWrote: () => 'The requester wrote, so silence confirms nothing yet.',
  ResolutionConfirmed: () => 'Nobody said that it is not fixed, which confirms it.',
};
