import { directoryOf, type Agreement, type AgreementDocument } from '../agreement';
import { countTouched } from './countTouched';
import type { SettingsAnswer, SettingsRequest } from './protocol';
import type { Sitting } from './settingsDesk';
import type { SettingsRefusal } from './settingsView';
import { meaningOf, textOf } from './sitting';
import { withSections } from './writtenSections';

type Touched = Extract<SettingsRequest, { type: 'touched' }>;

const refusal = (code: string, sentence: string, remedy: string): SettingsRefusal => ({
  ...{ ok: false, code, sentence, remedy },
});

const notAllowed = refusal(
  'not-allowed',
  'Only who writes or signs the agreement may ask this.',
  'Ask the lead or approver of your party.',
);
const unusable = refusal(
  'has-mistakes',
  'What it touches is known once nothing has to be mended.',
  'Correct it first.',
);
const nothingYet = refusal('nothing-in-force', 'Nothing is in force yet.', 'Put a first version in force.');

const mayAsk = ({ viewer: { may, isAdmin } }: Sitting): boolean => may.draft || may.approve || isAdmin;

/** The text that is asked about: one that is stored, or one that is being typed on it. */
async function askedText(
  { desk, versions }: Sitting,
  { version, sections }: Touched,
): Promise<AgreementDocument | undefined> {
  const stored = version === undefined ? undefined : await textOf(desk, versions, version);
  return sections === undefined ? stored?.document : withSections(stored?.document ?? {}, sections);
}

const renumbered = (agreement: Agreement, { version }: Agreement): Agreement => ({ ...agreement, version });

/** How many open escalations a text is about, held against the one in force. @throws DeskError */
export async function answerTouched(sitting: Sitting, request: Touched): Promise<SettingsAnswer> {
  if (!mayAsk(sitting)) return notAllowed;
  const before = sitting.active?.agreement;
  if (!before) return nothingYet;
  const document = await askedText(sitting, request);
  const after = document && meaningOf(document);
  if (!after) return unusable;
  const open = await sitting.desk.tickets.open();
  return { ok: true, touched: countTouched(before, renumbered(after, before), open) };
}

/** What the desk says of a ticket that somebody names, for who writes or signs the agreement. @throws DeskError */
export async function answerTicket(sitting: Sitting, name: string): Promise<SettingsAnswer> {
  const { desk, roles } = sitting;
  if (!mayAsk(sitting)) return notAllowed;
  if (!roles) return nothingYet;
  const ticket = await desk.tickets.named(name.trim(), directoryOf(roles));
  if (ticket) return { ok: true, ticket };
  return refusal(
    'no-such-ticket',
    `There is no ticket ${name.trim()} that you may see.`,
    'Correct it, ask who may see it, or type what is known of it below.',
  );
}
