import type { Placement } from '../agreement';
import type { TicketEvent, TicketEventOf } from '../ticket';
import { noOffer, unsaid } from './answering';
import { custodian } from './custody';
import { fact, facts, nothing, refuse, type Context, type Decision } from './decision';
import type { FactData, NewFact } from './events';
import { commanders, isCommanded, placeOf } from './command';
import { actingFor, partyOfActor } from './participants';
import type { Open, State } from './state';

type How = FactData<'MajorDeclared'>['how'];

/** The offer that stood is over: whoever commands decides who does what. */
function withdrawnOffer(state: Open, event: TicketEvent): NewFact[] {
  if (state.status !== 'offered') return [];
  const { handoff, offeredAt } = state.offer;
  return [fact(event, 'HandoffWithdrawn', { handoff, because: 'major' }, { at: Math.max(event.at, offeredAt) })];
}

/** It is a major incident from now on: one commander has custody at once (rules §6). */
export function declaring(
  context: Context,
  state: Open,
  event: TicketEvent,
  declared: { readonly how: How; readonly follows?: string; readonly commander?: Placement },
): NewFact[] {
  const [first] = commanders(context, state);
  const found = declared.commander ?? (first === undefined ? undefined : placeOf(context, first));
  const { msp, client } = context.directory.parties;
  const tell = [...new Set([...(found?.person === undefined ? [] : [found.person]), msp.lead, client.lead])];
  const { how, follows } = declared;
  const said = {
    how,
    ...(found ? { commander: { ...found } } : {}),
    ...(follows === undefined ? {} : { follows }),
    tell,
  };
  return [...withdrawnOffer(state, event), fact(event, 'MajorDeclared', said)];
}

/** A ticket of a cell on the fast track is one from the moment it falls into that cell. */
export function fastTracked(context: Context, state: Open, event: TicketEvent): NewFact[] {
  if (event.assurance === 'history' || state.status === 'resolved' || isCommanded(state)) return [];
  return declaring(context, state, event, { how: 'fast track' });
}

const isOver = (state: State): boolean => state.status === 'unopened' || state.status === 'resolved';

/** Only people of the two parties declare, command and end a major incident. */
function participant(context: Context, event: TicketEvent): string | Decision {
  const party = partyOfActor(context, event);
  return actingFor(context, event, party === 'msp' ? 'msp' : 'client');
}

/** Somebody of either party declares it; nobody is kept from that. Declared twice it is declared once. */
export function decideDeclareMajor(context: Context, state: State, event: TicketEventOf<'DeclareMajor'>): Decision {
  if (state.status === 'unopened' || state.status === 'resolved') return noOffer(context, state);
  const person = participant(context, event);
  if (typeof person !== 'string') return person;
  if (isCommanded(state)) return nothing;
  return facts(...declaring(context, state, event, { how: 'press' }));
}

/** The desk says that it is a major incident. */
export function decideFlagged(context: Context, state: State, event: TicketEventOf<'MajorFlagged'>): Decision {
  if (isOver(state) || state.status === 'unopened' || state.major?.isFlagged) return nothing;
  if (isCommanded(state)) return facts(fact(event, 'MajorDeclared', { how: 'desk', tell: [] }));
  return facts(...declaring(context, state, event, { how: 'desk' }));
}

/** The desk no longer says so: what was done under command is owed in words as after a mitigation. */
export function decideUnflagged(_: Context, state: State, event: TicketEventOf<'MajorUnflagged'>): Decision {
  if (state.status === 'unopened' || !state.major?.isFlagged) return nothing;
  return facts(fact(event, 'MajorMitigated', { how: 'desk' }));
}

const notMajor = (): Decision =>
  refuse('not-major', 'Nobody commands it as a major incident now.', 'Declare one first.');

/** A major incident that is commanded, and who of the two parties acts on it. */
function commanded(context: Context, state: State, event: TicketEvent): { state: Open; person: string } | Decision {
  if (state.status === 'unopened' || !isCommanded(state)) return notMajor();
  const person = participant(context, event);
  return typeof person === 'string' ? { state, person } : person;
}

/** Somebody else commands it: the one named in the agreement, a lead or a coordinator. */
export function decideTakeCommand(context: Context, state: State, event: TicketEventOf<'TakeCommand'>): Decision {
  const acting = commanded(context, state, event);
  if (!('person' in acting)) return acting;
  const { person } = acting;
  const to = placeOf(context, person);
  if (!to || !commanders(context, acting.state).includes(person)) {
    return refuse('not-a-commander', 'Only leads and coordinators command a major incident.', 'Ask one of them to.');
  }
  return custodian(acting.state).person === person ? nothing : facts(fact(event, 'CommandTaken', { to: { ...to } }));
}

/** Where everybody meets is known to both parties. */
export function decideOpenBridge(context: Context, state: State, event: TicketEventOf<'OpenBridge'>): Decision {
  const acting = commanded(context, state, event);
  if (!('person' in acting)) return acting;
  const missing = unsaid('bridge', event.bridge, 'Paste the link to the call.');
  return missing ?? facts(fact(event, 'BridgeOpened', {}, { texts: { bridge: event.bridge.trim() } }));
}

/** The worst is over. */
export function decideMitigated(context: Context, state: State, event: TicketEventOf<'SayMitigated'>): Decision {
  const acting = commanded(context, state, event);
  return 'person' in acting ? facts(fact(event, 'MajorMitigated', { how: 'press' })) : acting;
}
