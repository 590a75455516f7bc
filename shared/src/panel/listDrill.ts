import { directoryWith, everybodyThere, type Directory, type DrillHeard, type HoldingParty } from '../agreement';
import { DAY } from '../time';
import { lastDrill } from './drillLines';
import { mayRetry } from './health';
import { healthOf, notTheirs } from './listHealth';
import type { ListDesk } from './listDesk';
import type { ListAnswer } from './listProtocol';
import { timeText, type Reader } from './reader';

/** As many channels are tried at once as any platform's minute has room for. */
const MOST = 20;

/** Every channel on which somebody of a party hears of things; the desk's own e-mail needs a ticket. */
function channelsOf({ parties, people, channels = {} }: Directory, party: HoldingParty): readonly string[] {
  const own = Object.values(people).flatMap(person => (person.party === party ? (person.notify ?? []) : []));
  const all = new Set([...(parties[party].notify ?? []), ...own]);
  return [...all].filter(id => channels[id] !== undefined && channels[id]?.kind !== 'desk').slice(0, MOST);
}

const refused = (sentence: string, remedy: string): ListAnswer => ({ ok: false, code: 'refused', sentence, remedy });

/** Tries every channel of a lead's party without a ticket, once a day; what each did is kept. @throws DeskError */
export async function holdDrill(desk: ListDesk, reader: Reader, party: HoldingParty): Promise<ListAnswer> {
  const { now, person: by = '' } = reader;
  if (!mayRetry(reader)) return notTheirs;
  const last = lastDrill(desk.directory, party);
  if (last && now - last.at < DAY) {
    return refused(
      `The last drill was at ${timeText(reader, last.at)}.`,
      'One is held a day, so that nobody learns to look away.',
    );
  }
  const channels = channelsOf(desk.directory, party);
  if (channels.length === 0)
    return refused('Your party hears of nothing outside the ticket.', 'Name channels under notify in the agreement.');
  // Kept before anything is sent: what fails half-way is not sent again today.
  await desk.keepDrill(party, { at: now, by, heard: {} });
  const heard: Record<string, DrillHeard> = {};
  for (const id of channels) heard[id] = await desk.drillOn(id);
  const drill = { at: now, by, heard };
  await desk.keepDrill(party, drill);
  const directory = directoryWith(desk.directory, { ...everybodyThere, drills: { [party]: drill } });
  return healthOf(desk, { ...reader, directory }, 'The drill was held.');
}
