import { isoText } from '../panel';
import type { Message } from './message';

/** The documented body of a signed webhook: structure and finished sentences, nothing that a person wrote. */
export function webhookBody({ key, escalation, fact, priority, card, page, at }: Message): object {
  return {
    type: `baton.${fact.type}`,
    timestamp: isoText(at),
    data: {
      key,
      escalation,
      entry: fact.seq,
      happened: isoText(fact.at),
      priority,
      ticket: card.link,
      text: card.text,
      details: card.lines,
      ...(card.bridge === undefined ? {} : { bridge: card.bridge }),
      ...(page === undefined ? {} : { page }),
    },
  };
}
