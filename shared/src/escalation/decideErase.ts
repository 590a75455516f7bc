import type { Directory } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { fact, facts, nothing, refuse, type Context, type Decision } from './decision';
import { isActive } from './participants';
import type { State } from './state';

/**
 * Whether somebody may remove what was written: whoever wrote it, and the lead and the coordinator of either party,
 * since both parties can read it and either may have to answer for what stands there.
 */
export function mayErase(directory: Directory, person: string | undefined, writer: string | undefined): boolean {
  if (person === undefined || !isActive({ directory }, person)) return false;
  const { msp, client } = directory.parties;
  return [writer, msp.lead, msp.coordinator, client.lead, client.coordinator].includes(person);
}

/** Removes the texts of one fact; what happened, when and by whom stays in the chain (rules §7). */
export function decideErase(context: Context, state: State, event: TicketEventOf<'EraseText'>): Decision {
  const { written, directory } = context;
  if (state.status === 'unopened' || !written || written.hashes.length === 0) {
    return refuse('nothing-to-erase', 'There is no text to remove.', 'Reload to see what is there now.');
  }
  if (written.isGone) return nothing;
  const { writer, fact: seq, hashes } = written;
  if (!mayErase(directory, event.actor.person, writer)) {
    return refuse(
      'not-the-writer',
      'Only who wrote it and the leads and coordinators of both parties can remove it.',
      'Ask one of them.',
    );
  }
  const erased = { fact: seq, hashes: [...hashes], because: event.because };
  return facts(fact(event, 'TextErased', { ...erased, ...(writer === undefined ? {} : { writer }) }));
}
