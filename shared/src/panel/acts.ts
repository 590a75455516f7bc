import type { AgreementError, DeskError, DeskErrorCode, LedgerError, Refusal } from '../failures';
import type { Actor, TicketEvent } from '../ticket';
import { instantOf } from '../time';
import type { PanelDesk } from './backend';
import type { FormFields, PanelRequest } from './protocol';

type Act = { readonly event: TicketEvent } | { readonly refusal: Refusal };

const stranger: Refusal = {
  code: 'not-a-participant',
  sentence: 'You are not in the agreement for this one.',
  remedy: 'Ask a service lead to add you to a team.',
};

const notATime: Refusal = {
  code: 'deadline-past',
  sentence: 'That deadline is not a time.',
  remedy: 'Write it like 2026-11-21 16:30.',
  fields: { deadline: 'Write it like 2026-11-21 16:30.' },
};

const actorOf = ({ viewer }: PanelDesk): Actor => ({
  ...(viewer.person === undefined ? {} : { person: viewer.person }),
  ...(viewer.party === undefined ? {} : { party: viewer.party }),
});

function offer(desk: PanelDesk, fields: FormFields, said: object): Act {
  const deadline = instantOf(fields.deadline.trim(), desk.viewer.timeZone);
  if (deadline === undefined) return { refusal: notATime };
  const { receiver, reason, diagnosis, actions, evidence, nextAction, extra } = fields;
  const packet = { diagnosis, actions, evidence, nextAction, ...(extra ? { extra } : {}) };
  return { event: { ...said, type: 'OfferHandoff', team: receiver, reason, deadline, packet } as TicketEvent };
}

function accept(desk: PanelDesk, typed: string | undefined, said: object): Act {
  if (typed === undefined) return { event: { ...said, type: 'AcceptHandoff' } as TicketEvent };
  const deadline = instantOf(typed.trim(), desk.viewer.timeZone);
  if (deadline === undefined) return { refusal: notATime };
  return { event: { ...said, type: 'AcceptHandoff', deadline } as TicketEvent };
}

/** The ticket event that a person's press means; a refusal where what they typed cannot be read. */
export function requestEvent(desk: PanelDesk, request: PanelRequest): Act {
  if (desk.viewer.person === undefined || desk.viewer.party === undefined) return { refusal: stranger };
  const said = {
    deliveryId: 'actId' in request ? `act:${request.actId}` : `act:${desk.now}`,
    at: desk.now,
    learned: desk.now,
    actor: actorOf(desk),
    channel: 'panel',
    assurance: desk.assurance,
  };
  switch (request.type) {
    case 'offer':
      return offer(desk, request.fields, said);
    case 'accept':
      return accept(desk, request.deadline, said);
    case 'decline':
      return { event: { ...said, type: 'DeclineHandoff', code: request.code, why: request.why } };
    case 'return':
      return { event: { ...said, type: 'ReturnHandoff', guidance: request.guidance } };
    case 'decide':
      return { event: { ...said, type: 'DecideStalemate', party: request.party } };
    default:
      return { event: { ...said, type: 'WithdrawHandoff' } };
  }
}

const deskSentences: Readonly<Record<DeskErrorCode, { sentence: string; remedy: string }>> = {
  'not-allowed': {
    sentence: 'The desk does not let you do this.',
    remedy: 'Ask for access to it, or ask the holder to act.',
  },
  'not-found': { sentence: 'The desk does not have it any more.', remedy: 'Reload the page.' },
  conflict: { sentence: 'Somebody else was faster.', remedy: 'Look at what is there now and try again.' },
  busy: { sentence: 'Busy just now.', remedy: 'Try again in a minute; nothing you wrote is lost.' },
  unreachable: {
    sentence: 'The desk cannot be reached just now.',
    remedy: 'Try again in a minute; nothing you wrote is lost.',
  },
  refused: { sentence: 'The desk refused the change.', remedy: 'Fill in what the desk requires, then try again.' },
  unexpected: { sentence: 'Something went wrong.', remedy: 'Try again; if it stays, tell your admin.' },
};

/** One sentence and a remedy for a failure; raw errors of a platform are never shown. */
export function failureSentence(error: DeskError | LedgerError | AgreementError | undefined): {
  code: string;
  sentence: string;
  remedy: string;
} {
  if (error?.name === 'LedgerError') {
    return { code: error.code, sentence: error.message, remedy: 'Work on; tell your admin to verify the ledger.' };
  }
  if (error?.name === 'AgreementError') {
    return {
      code: 'no-agreement',
      sentence: 'Baton has no agreement that can be used yet.',
      remedy: 'Ask your admin to look at the agreement in the settings of Baton.',
    };
  }
  const code = error?.name === 'DeskError' ? error.code : 'unexpected';
  return { code, ...deskSentences[code] };
}
