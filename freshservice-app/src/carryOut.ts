import {
  DeskError,
  massQuestion,
  tellingText,
  type Directory,
  type Notice,
  type Placement,
  type Telling,
} from '@baton/shared';
import { sendOutside } from './channelDesk';
import { escaped } from './escaped';
import { ask, readConversations, readTicket } from './freshserviceDesk';
import type { Installation } from './installation';
import { bringInto } from './merges';
import { followMajor, lookForParent, tellParentOf, type Elsewhere } from './relatedTickets';
import { emailsOf } from './recipients';
import { maySend } from './sendingOnce';

const numeric = (id: string | undefined): number | null => (id === undefined ? null : Number(id));

const nativePlace = (directory: Directory, { team, person }: Placement) => ({
  group_id: numeric(team === undefined ? undefined : directory.teams[team]?.freshserviceGroups[0]),
  responder_id: numeric(person === undefined ? undefined : directory.people[person]?.freshservice),
});

/** Makes the ticket's group and agent follow custody, unless the agent's own session already did (rules §4.4). */
async function assign(ticketId: string, directory: Directory, to: Placement): Promise<void> {
  const ticket = await readTicket(ticketId);
  const place = nativePlace(directory, to);
  const isThere = numeric(ticket.group_id ?? undefined) === place.group_id;
  if (isThere && numeric(ticket.responder_id ?? undefined) === place.responder_id) return;
  await ask('updateTicket', { ticketId }, place);
}

const nameOf = (directory: Directory, { party, team, person }: Placement): string => {
  const who = person === undefined ? undefined : directory.people[person]?.name;
  const where = (team === undefined ? undefined : directory.teams[team]?.name) ?? directory.parties[party].name;
  return who === undefined ? where : `${who}, ${where}`;
};

/** What Freshservice itself calls resolved. */
const RESOLVED = 4;

type Note = Extract<Notice, { is: 'note' }>;

/** By what a question to the leads is found again. */
const askedOn = (seq: number): string => `Ledger entry ${seq}, question.`;

/** By what a message is found again. */
const toldBy = (seq: number): string => `Ledger entry ${seq}, told.`;

/** By what a note is found again. */
const sealOf = ({ seq, head }: Note): string => `Ledger entry ${seq}, seal ${head.slice(0, 16)}.`;

function wordsOf(directory: Directory, note: Note): string {
  const holds = `${nameOf(directory, note.to)} holds this ticket now.`;
  if (!note.disputed) return holds;
  const [claimed, actor] = [note.disputed.claimed, note.disputed.actor].map(id => directory.people[id]?.name ?? id);
  return `Freshservice says that ${actor}, not ${claimed}, took this ticket. ${holds}`;
}

const leadsOf = (directory: Directory): Promise<readonly string[]> =>
  emailsOf(directory, [directory.parties.msp.lead, directory.parties.client.lead]);

/** A private note that holds the ledger's head, out of reach of who can write the app's store (law 8). */
async function leaveNote(ticketId: string, directory: Directory, note: Note): Promise<void> {
  const body = escaped(`Baton: ${wordsOf(directory, note)} ${sealOf(note)}`);
  const told = note.disputed ? { notify_emails: await leadsOf(directory) } : {};
  await ask('addNote', { ticketId }, { body, private: true, ...told });
}

/** One question to both leads, on the first of the tickets that were moved (rules §2). */
async function askLeads(ticketId: string, directory: Directory, { moves, seq }: Extract<Notice, { is: 'ask leads' }>) {
  const body = escaped(`${massQuestion('freshservice', moves)} ${askedOn(seq)}`);
  await ask('addNote', { ticketId }, { body, private: true, notify_emails: await leadsOf(directory) });
}

/** Tells everybody whom it concerns by a private note; Freshservice itself sends it to them. */
async function tell(ticketId: string, directory: Directory, telling: Telling): Promise<void> {
  const text = `Baton: ${tellingText('freshservice', directory, telling)} ${toldBy(telling.seq)}`;
  const notify_emails = await emailsOf(directory, telling.people);
  await ask('addNote', { ticketId }, { body: escaped(text), private: true, notify_emails });
}

/** Resolves it. Where a mandatory field or a rule is against it, a person has to: with a line for the admin. */
async function resolve(ticketId: string, { statuses }: Directory): Promise<void> {
  const status = Number(statuses.freshservice?.resolved[0] ?? RESOLVED);
  await ask('updateTicket', { ticketId }, { status }).catch((error: unknown) => {
    if (!(error instanceof DeskError) || error.code !== 'refused') throw error;
    console.info(error.message);
  });
}

type Way<Asked> = (ticketId: string, installation: Installation, notice: Asked) => Promise<void>;

const follow: Way<{ readonly to: Placement }> = (ticketId, { directory }, { to }) => assign(ticketId, directory, to);

interface Owed {
  readonly notices: readonly number[];
  readonly isLeft?: true;
}

const send: Way<Owed> = async (ticketId, installation, { notices, isLeft }) => {
  if (isLeft && !(await maySend(ticketId, Date.now()))) return;
  await carryOut(ticketId, installation, await sendOutside(ticketId, installation, notices));
};

const ways: { readonly [Is in Notice['is']]: Way<Extract<Notice, { is: Is }>> } = {
  note: (ticketId, { directory }, note) => leaveNote(ticketId, directory, note),
  'ask leads': (ticketId, { directory }, question) => askLeads(ticketId, directory, question),
  tell: (ticketId, { directory }, telling) => tell(ticketId, directory, telling),
  deliver: send,
  reply: send,
  merge: async (ticketId, installation, { into }) =>
    carryOut(into, installation, await bringInto(installation, ticketId, into)),
  parent: async (ticketId, installation, { parent }) =>
    carryOutElsewhere(installation, [await tellParentOf(installation, ticketId, parent)]),
  major: async (ticketId, installation) => carryOutElsewhere(installation, await followMajor(installation, ticketId)),
  resolve: (ticketId, { directory }) => resolve(ticketId, directory),
  assign: follow,
  show: follow,
};

async function carryOutElsewhere(installation: Installation, all: readonly Elsewhere[]): Promise<void> {
  for (const { ticket, notices } of all) await carryOut(ticket, installation, notices);
}

const carryOutOne: Way<Notice> = (ticketId, installation, notice) =>
  (ways[notice.is] as Way<Notice>)(ticketId, installation, notice);

/** Does on the ticket what new facts ask for, in order. @throws DeskError */
export async function carryOut(
  ticketId: string,
  installation: Installation,
  notices: readonly Notice[],
): Promise<void> {
  for (const notice of notices) await carryOutOne(ticketId, installation, notice);
}

/** By what is found again that it was done; undefined for what can be done twice. */
function markOf(notice: Notice): string | undefined {
  if (notice.is === 'note') return sealOf(notice);
  if (notice.is === 'ask leads') return askedOn(notice.seq);
  return notice.is === 'tell' ? toldBy(notice.seq) : undefined;
}

/** The same where an earlier request may have done it already: a note that is there is not left again. @throws DeskError */
export async function complete(
  ticketId: string,
  installation: Installation,
  notices: readonly Notice[],
): Promise<void> {
  const isAsked = notices.some(({ is }) => ['note', 'ask leads', 'tell'].includes(is));
  const said = isAsked ? await readConversations(ticketId) : [];
  const isDone = (notice: Notice) => {
    const mark = markOf(notice);
    return mark !== undefined && said.some(note => note.body_text.includes(mark));
  };
  await carryOut(
    ticketId,
    installation,
    notices.filter(notice => !isDone(notice)),
  );
  const isGiven = notices.some(({ is }) => is === 'note');
  if (isGiven) await carryOut(ticketId, installation, await lookForParent(installation, ticketId));
}
