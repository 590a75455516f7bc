import { insideOnly, variablesIn } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { noOffer, unsaid } from './answering';
import { fact, facts, refuse, type Context, type Decision } from './decision';
import { actingFor, partyOfActor } from './participants';
import { isSpokesperson, spokesperson } from './spokesperson';
import type { Open, State } from './state';

type Tell = TicketEventOf<'TellCustomer'>;

/** What a message may not name: what stays between the parties, and what nobody has filled in. */
function unfit({ message }: Tell): Decision | undefined {
  const [named] = variablesIn(message);
  if (named === undefined) return undefined;
  const isInside = (insideOnly as readonly string[]).includes(named);
  const sentence = isInside
    ? `{${named}} stays between the parties.`
    : `{${named}} is not filled in: the customer would read it as it stands.`;
  return refuse('not-for-customers', sentence, 'Take it out, then send it.', { message: sentence });
}

/** One person speaks outward; others are told who, and may do it all the same (capability F8). */
function past(context: Context, state: Open, { isAnyway }: Tell, person: string): Decision | { passed?: string } {
  if (isSpokesperson(context, state, person)) return {};
  const speaker = spokesperson(context, state);
  if (isAnyway) return { passed: speaker.person ?? speaker.party };
  const { people, parties } = context.directory;
  const name = (speaker.person && people[speaker.person]?.name) ?? parties[speaker.party].name;
  const remedy = `Ask ${name} to, or open this again and send it anyway: the review will see it.`;
  return refuse('not-the-spokesperson', `${name} speaks to the customer here.`, remedy);
}

const stageOf = ({ stage }: Tell) => (stage === undefined ? {} : { stage });

const wrongIn = (event: Tell): Decision | undefined =>
  unsaid('message', event.message, 'Write what the customer is to read.') ?? unfit(event);

/** A person pressed Send on a message to the customer: from now on it is owed. Nothing else ever goes to one. */
export function decideTell(context: Context, state: State, event: Tell): Decision {
  if (state.status === 'unopened') return noOffer(context, state);
  const person = actingFor(context, event, partyOfActor(context, event) === 'msp' ? 'msp' : 'client');
  if (typeof person !== 'string') return person;
  const speaking = wrongIn(event) ?? past(context, state, event, person);
  if ('refusal' in speaking || 'facts' in speaking) return speaking;
  return facts(
    fact(event, 'MessageReleased', { ...stageOf(event), ...speaking }, { texts: { message: event.message.trim() } }),
  );
}
