import type { FactOf } from '../escalation';
import { teamName } from './reader';
import { named, told, type Tell } from './told';

type Work = 'FirstReplySent' | 'WorkStarted' | 'WorkedOn' | 'LeaseLapsed';

const isForCustomer = ({ data }: FactOf<'WorkedOn'>): boolean => data.audiences?.includes('customer') ?? false;

/** Work on a ticket, and work that stayed away, told in a sentence each. */
export const workTells: { readonly [T in Work]: Tell<T> } = {
  FirstReplySent: (scene, fact) =>
    told(scene, fact, 'sent the customer the first reply.', 'The customer got the first reply.'),
  WorkStarted: (scene, { data }) => `${named(scene, data.person)} began to work on it.`,
  WorkedOn: (scene, fact) =>
    isForCustomer(fact)
      ? told(scene, fact, 'told the customer how it stands.', 'The customer was told how it stands.')
      : told(scene, fact, 'worked on it.', 'It was worked on.'),
  LeaseLapsed: (scene, { data }) =>
    `Nobody worked on it, so ${named(scene, data.person)} no longer has it: ${teamName(scene, data.to)} does.`,
};
