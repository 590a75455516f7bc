import type { TicketEventOf } from '../ticket';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import type { NewFact } from './events';
import { openAsk } from './openAsks';
import type { State } from './state';

type Told = TicketEventOf<'CaseTold'>;

const said = (event: Told, type: 'CaseReferred' | 'AskAnswered', name: string, text = ''): NewFact[] =>
  text.trim() === '' ? [] : [fact(event, type, { ask: event.ask }, { texts: { [name]: text.trim() } })];

/** A vendor speaks for its own open case and for no other; whatever comes after its answer changes nothing. */
export function decideCaseTold(_: Context, state: State, event: Told): Decision {
  const ask = state.status === 'unopened' ? undefined : openAsk(state, event.ask);
  if (ask?.of.party !== 'vendor' || ask.of.vendor !== event.vendor) return nothing;
  return facts(
    ...said(event, 'CaseReferred', 'reference', event.reference),
    ...said(event, 'AskAnswered', 'answer', event.answer),
  );
}
