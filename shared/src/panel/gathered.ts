import type { Directory, HoldingParty } from '../agreement';
import { isNothingSaid, partySince, type Open } from '../escalation';
import type { TicketAttachment, TicketNote } from '../ticket';

/** What happened on the ticket itself, from which a packet is filled. */
export interface Work {
  readonly notes: readonly TicketNote[];
  readonly attachments: readonly TicketAttachment[];
  readonly title?: string;
}

const MOST_LINES = 5;
const MOST_EVIDENCE = 10;
const LONGEST_LINE = 200;
const LINK = /https?:\/\/[^\s<>"'()[\]{}]+/g;

const unique = (lines: readonly string[]): string[] => [...new Set(lines)];
const listed = (lines: readonly string[]): string => lines.map(line => `- ${line}`).join('\n');

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const chars = [...line];
  return chars.length <= LONGEST_LINE ? line : `${chars.slice(0, LONGEST_LINE - 1).join('')}…`;
}

/** What this party did since custody is theirs, oldest first. */
function ownNotes({ people }: Directory, state: Open, party: HoldingParty, notes: readonly TicketNote[]): TicketNote[] {
  const since = partySince(state);
  return notes
    .filter(({ at, person }) => at >= since && person !== undefined && people[person]?.party === party)
    .sort((a, b) => a.at - b.at);
}

/** Prefilled text and where it comes from. */
export interface Gathered {
  readonly value: string;
  readonly hint?: string;
}

/** The last five things the giving party did, one per line, for the person to cut down. */
export function actionsTaken(directory: Directory, state: Open, party: HoldingParty, { notes, title }: Work): Gathered {
  const lines = unique(
    ownNotes(directory, state, party, notes)
      .map(note => oneLine(note.text))
      .filter(line => !isNothingSaid(line, title)),
  );
  if (lines.length === 0) return { value: '' };
  const some = lines.length > MOST_LINES ? `The last ${MOST_LINES} of ${lines.length}` : 'Taken';
  return {
    value: listed(lines.slice(-MOST_LINES)),
    hint: `${some} from your side’s notes and work log; delete what does not matter`,
  };
}

const linksIn = (text: string): string[] => (text.match(LINK) ?? []).map(link => link.replace(/[.,;:!?]+$/, ''));

const attachmentLine = ({ name, url }: TicketAttachment): string => (url === undefined ? name : `${name} ${url}`);

/** Attachments and links added since custody is this party's; empty where there are none. */
export function evidenceAdded(directory: Directory, state: Open, party: HoldingParty, work: Work): Gathered {
  const since = partySince(state);
  const files = work.attachments.filter(({ at }) => at >= since).sort((a, b) => a.at - b.at);
  const links = ownNotes(directory, state, party, work.notes).flatMap(note => linksIn(note.text));
  const isNew = (link: string) => files.every(({ url }) => url !== link);
  const lines = unique([...files.map(attachmentLine), ...links.filter(isNew)]).slice(-MOST_EVIDENCE);
  return lines.length === 0
    ? { value: '', hint: 'A file name or a link, or why there is none' }
    : { value: listed(lines), hint: 'Added since it came to you; delete what does not matter' };
}
