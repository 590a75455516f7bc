import type { PublicMessage } from '../ticket';

const last = (messages: readonly PublicMessage[], by: PublicMessage['by']): number =>
  Math.max(-Infinity, ...messages.filter(message => message.by === by).map(({ at }) => at));

/** When the customer was written to last, epoch ms, if they have not answered since; undefined otherwise. */
export function unanswered(messages: readonly PublicMessage[]): number | undefined {
  const asked = last(messages, 'agent');
  return asked > last(messages, 'customer') ? asked : undefined;
}
