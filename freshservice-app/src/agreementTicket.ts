import { DeskError, type Hashing } from '@baton/shared';
import { z } from 'zod';
import { escaped } from './escaped';
import { ask, readAgent } from './freshserviceDesk';
import { aboutIn, keepAbout, type StoredRecord } from './sealedRecords';

const TICKET = 'agreement ticket';
const SUBJECT = 'Baton: signatures on the agreement';
const WORDS =
  'Who approves a version of the agreement, makes it count or rolls back to another one writes the code that the settings of Baton show as a private note here. Freshservice vouches for who wrote it. Baton answers below.';

const keptSchema = z.object({ ticket: z.string() });
const createdSchema = z.looseObject({ ticket: z.looseObject({ id: z.number().transform(String) }) });

/** What was read of what lies beside the tickets' records, and how it is sealed. */
interface Kept {
  readonly records: readonly StoredRecord[];
  readonly hash: Hashing;
}

/** The ticket on which the agreement is signed; undefined before the first signature. */
export const agreementTicketIn = ({ records, hash }: Kept): string | undefined =>
  keptSchema.safeParse(aboutIn(records, TICKET, hash)).data?.ticket;

/** The same, opened where there is none yet. @throws DeskError */
export async function agreementTicket(installation: Kept & { readonly ownAgent: string | undefined }): Promise<string> {
  const known = agreementTicketIn(installation);
  if (known !== undefined) return known;
  const { email } = await readAgent(installation.ownAgent ?? '');
  const fields = { subject: SUBJECT, description: escaped(WORDS), email, status: 2, priority: 1, source: 2 };
  const { data } = createdSchema.safeParse(await ask('createTicket', {}, fields));
  if (!data) throw new DeskError('unexpected', 'Freshservice did not say which ticket it opened.');
  await keepAbout(TICKET, { ticket: data.ticket.id }, installation.hash);
  return data.ticket.id;
}

/** Says on that ticket what became of a signature. @throws DeskError */
export const answerOnTicket = async (ticketId: string, sentence: string): Promise<void> =>
  void (await ask('addNote', { ticketId }, { body: escaped(sentence), private: true }));
