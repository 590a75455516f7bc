import type { Refusal } from '../failures';
import type { Actor, TicketEvent } from '../ticket';
import { askFor } from './askFor';
import { readDeadline } from './deadline';
import { messageIn } from './customerMessage';
import type { PanelDesk } from './panelDesk';
import type { PanelRequest } from './protocol';
import { stakeIn } from './overrideAsked';
import { approvalIn } from './approvalForm';
import { recordedIn } from './recordForm';
import { readKind } from './triageActions';
import { unanswered } from './unanswered';

type Act = { readonly event: TicketEvent } | { readonly refusal: Refusal };

/** Said to whoever is of neither party. */
export const stranger: Refusal = {
  code: 'not-a-participant',
  sentence: 'You are not in the agreement for this one.',
  remedy: 'Ask a service lead to add you to a team.',
};

const unreadable = (problem: string): Refusal => ({
  code: 'deadline-past',
  sentence: 'The deadline cannot be read.',
  remedy: problem,
  fields: { deadline: problem },
});

const actorOf = ({ viewer }: PanelDesk): Actor => ({
  ...(viewer.person === undefined ? {} : { person: viewer.person }),
  ...(viewer.party === undefined ? {} : { party: viewer.party }),
});

/** The circumstances every press has in common. */
type Said = Pick<TicketEvent, 'deliveryId' | 'at' | 'learned' | 'actor' | 'channel' | 'assurance'>;
type Fields = Readonly<Record<string, string>>;
type Asked<T extends PanelRequest['type']> = Extract<PanelRequest, { type: T }>;

/** What is asked by a time that somebody typed, in their zone. */
function timed({ viewer }: PanelDesk, typed: string, event: (deadline: number) => TicketEvent): Act {
  const deadline = readDeadline(typed, viewer.timeZone);
  return 'problem' in deadline ? { refusal: unreadable(deadline.problem) } : { event: event(deadline.at) };
}

function offer(desk: PanelDesk, { fields }: Asked<'offer'>, said: Said): Act {
  const { receiver, reason, diagnosis, actions, evidence, nextAction, extra } = fields;
  const packet = { diagnosis, actions, evidence, nextAction, ...(extra ? { extra } : {}) };
  return timed(desk, fields.deadline, deadline => ({
    ...said,
    ...{ type: 'OfferHandoff', team: receiver, reason, deadline, packet },
  }));
}

/** Which handoff or move was on the person's screen, where the screen says so. */
const seen = ({ handoff, transfer }: { readonly handoff?: string; readonly transfer?: string }) => ({
  ...(handoff === undefined ? {} : { handoff }),
  ...(transfer === undefined ? {} : { transfer }),
});

function accept(desk: PanelDesk, asked: Asked<'accept'>, said: Said): Act {
  const { deadline: typed, team } = asked;
  const forTeam = team === undefined ? {} : { team };
  if (typed === undefined) return { event: { ...said, ...seen(asked), ...forTeam, type: 'AcceptHandoff' } };
  return timed(desk, typed, deadline => ({ ...said, ...seen(asked), ...forTeam, type: 'AcceptHandoff', deadline }));
}

const offerShift = (desk: PanelDesk, { shift, nextAction, deadline: by }: Asked<'offer shift'>, said: Said): Act =>
  timed(desk, by, deadline => ({ ...said, type: 'OfferShift', shift, nextAction, deadline }));

function reclassify(_: PanelDesk, asked: Asked<'reclassify'>, said: Said): Act {
  const kind = readKind(asked.as);
  if (kind) return { event: { ...said, ...seen(asked), type: 'Reclassify', ...kind } };
  const sentence = 'Choose one of those listed.';
  return { refusal: { code: 'no-cell', sentence, remedy: sentence, fields: { as: sentence } } };
}

/** Whether the customer was asked anything is found in the conversation, never asked (rules §5.6). */
async function hold(desk: PanelDesk, _: Asked<'hold'>, said: Said): Promise<Act> {
  const asked = unanswered(await desk.said());
  return { event: { ...said, type: 'PlaceHold', whom: 'customer', ...(asked === undefined ? {} : { asked }) } };
}

/** What should pass beside the rules, until when and why, and what is at stake. */
function override(desk: PanelDesk, fields: Fields, said: Said): Act {
  const stake = stakeIn(fields);
  if ('refusal' in stake) return stake;
  return timed(desk, fields['deadline'] ?? '', until => ({ ...said, type: 'AskOverride', until, ...stake }));
}

const recorded = { record: recordedIn, 'record approval': approvalIn } as const;

/** What a party off the desk has answered or approved, and when. */
function record({ viewer }: PanelDesk, verb: keyof typeof recorded, fields: Fields, said: Said): Act {
  const read = recorded[verb];
  const answered = readDeadline(fields['deadline'] ?? '', viewer.timeZone);
  if ('problem' in answered) return { refusal: unreadable(answered.problem) };
  return { event: { ...said, ...read(fields, answered.at) } };
}

function ask(desk: PanelDesk, { verb, fields }: Asked<'ask'>, said: Said): Act {
  if (verb === 'override') return override(desk, fields, said);
  if (verb === 'record' || verb === 'record approval') return record(desk, verb, fields, said);
  if (verb === 'tell') return { event: { ...said, ...messageIn(fields) } };
  const asked = askFor(desk.ports.directory, verb, fields);
  if (!fields['deadline']) return { event: { ...said, ...asked } };
  return timed(desk, fields['deadline'], deadline => ({ ...said, ...asked, deadline }));
}

type Press = Exclude<PanelRequest['type'], 'view' | 'form' | 'draft' | 'ledger' | 'ask form'>;

const presses: { readonly [T in Press]: (desk: PanelDesk, asked: Asked<T>, said: Said) => Act | Promise<Act> } = {
  offer,
  accept,
  reclassify,
  decline: (_, asked, said) => ({
    event: { ...said, ...seen(asked), type: 'DeclineHandoff', code: asked.code, why: asked.why },
  }),
  return: (_, asked, said) => ({ event: { ...said, ...seen(asked), type: 'ReturnHandoff', guidance: asked.guidance } }),
  withdraw: (_, asked, said) => ({ event: { ...said, ...seen(asked), type: 'WithdrawHandoff' } }),
  'accept as it is': (_, asked, said) => ({
    event: { ...said, ...seen(asked), type: 'AcceptAsItIs', reason: asked.reason },
  }),
  'take back': (_, asked, said) => ({ event: { ...said, ...seen(asked), type: 'TakeBack', why: asked.why } }),
  decide: (_, { party }, said) => ({ event: { ...said, type: 'DecideStalemate', party } }),
  hold,
  'declare major': (_, __, said) => ({ event: { ...said, type: 'DeclareMajor' } }),
  'take command': (_, __, said) => ({ event: { ...said, type: 'TakeCommand' } }),
  'open bridge': (_, { bridge }, said) => ({ event: { ...said, type: 'OpenBridge', bridge } }),
  mitigated: (_, __, said) => ({ event: { ...said, type: 'SayMitigated' } }),
  'dispute hold': (_, { since }, said) => ({ event: { ...said, type: 'DisputeHold', since } }),
  ask,
  'offer shift': offerShift,
  'take shift': (_, { shift, isAlone }, said) => ({ event: { ...said, type: 'TakeShift', shift, isAlone } }),
  'leave out': (_, { shift }, said) => ({ event: { ...said, type: 'LeaveOutOfShift', shift } }),
  judge: (_, { verdict }, said) => ({ event: { ...said, type: 'JudgeEscalation', verdict } }),
  'need info': (_, asked, said) => ({ event: { ...said, ...seen(asked), type: 'NeedInfo', question: asked.question } }),
  'answer ask': (_, { ask: id, answer }, said) => ({ event: { ...said, type: 'AnswerAsk', ask: id, answer } }),
  chase: (_, { ask: id }, said) => ({ event: { ...said, type: 'ChaseAsk', ask: id } }),
  'withdraw ask': (_, { ask: id }, said) => ({ event: { ...said, type: 'WithdrawAsk', ask: id } }),
  refer: (_, { ask: id, reference }, said) => ({ event: { ...said, type: 'ReferCase', ask: id, reference } }),
  'approve override': (_, { override: id }, said) => ({ event: { ...said, type: 'ApproveOverride', override: id } }),
  'refuse override': (_, { override: id, why }, said) => ({
    event: { ...said, type: 'RefuseOverride', override: id, why },
  }),
  erase: (_, { fact, because }, said) => ({ event: { ...said, type: 'EraseText', fact, because } }),
};

/**
 * The ticket event that a person's press means; a refusal where what they typed cannot be read.
 *
 * @throws DeskError where the desk has to be asked for it.
 */
export function requestEvent(desk: PanelDesk, request: Asked<Press>): Act | Promise<Act> {
  if (desk.viewer.person === undefined || desk.viewer.party === undefined) return { refusal: stranger };
  const said: Said = {
    deliveryId: `act:${request.actId}`,
    at: desk.now,
    learned: desk.now,
    actor: actorOf(desk),
    channel: 'panel',
    assurance: desk.assurance,
  };
  const press = presses[request.type] as (desk: PanelDesk, asked: PanelRequest, said: Said) => Act | Promise<Act>;
  return press(desk, request, said);
}
