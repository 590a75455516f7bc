import { askableVendor } from '../escalation';
import type { VendorCard } from '../agreement';
import { CASE_FIELD } from './askFor';
import { caseText } from './caseText';
import type { AskFormInput, CaseFacts } from './askFormInput';
import type { AskFieldView, VendorView } from './view';
import { channelNames, durationText } from './wording';

const cardOf = ({ directory }: Pick<AskFormInput, 'directory'>, whom: string): VendorCard | undefined =>
  askableVendor(directory, whom.slice('vendor '.length));

const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Whether the agreement keeps it from this vendor. */
const isKept = ({ redact }: VendorCard, label: string): boolean => redact.some(kept => isSame(kept, label));

/** What the agreement keeps from this vendor is not in the text. */
const told = (facts: CaseFacts, card: VendorCard): string[] =>
  facts.filter(({ label }) => !isKept(card, label)).map(({ label, text }) => `${label}: ${text}`);

const line = (label: string, text: string | undefined, link?: string) =>
  text === undefined ? [] : [{ label, text, ...(link === undefined ? {} : { link }) }];

/** How to reach them, in the order in which it is tried, and under which conditions. */
function linesOf(card: VendorCard): VendorView['lines'] {
  const within = card.respond === undefined ? undefined : `within ${durationText(card.respond)} of their hours`;
  return [
    ...line('Only if', card.engageWhen),
    ...card.channels.flatMap(({ channel, address }) => line(channelNames[channel] ?? channel, address)),
    ...line('Portal', card.portal, card.portal),
    ...line('Hotline', card.hotline),
    ...line('Answers', within),
    ...line('Runbook', card.runbook, card.runbook),
    ...line('Data agreement', card.dataAgreement ?? 'none on record: nothing may be shared yet'),
  ];
}

/** The vendor's card, and what the text for it is made of. */
export function vendorView(input: AskFormInput, whom: string): VendorView | undefined {
  const card = cardOf(input, whom);
  if (!card) return undefined;
  const mail = card.channels.find(({ channel }) => channel === 'email')?.address;
  const head = told(input.about, card);
  const tells = [
    { name: 'question', label: 'Request' },
    ...vendorFields(input, whom).filter(({ name, label }) => name.startsWith(CASE_FIELD) && !isKept(card, label)),
  ];
  return {
    lines: linesOf(card),
    head,
    keeps: [
      ...input.about.filter(({ label }) => isKept(card, label)),
      ...card.caseFields.flatMap(label =>
        isKept(card, label) ? [{ label, text: input.fields[`${CASE_FIELD}${label}`] ?? '' }] : [],
      ),
    ],
    tells: tells.map(({ name, label }) => ({ name, label })),
    ...(mail === undefined ? {} : { mail: { to: mail, subject: head[0] ?? card.name } }),
  };
}

/** What the vendor needs before a case can be logged, and its number where that is known. */
export function vendorFields(input: AskFormInput, whom: string): AskFieldView[] {
  const { fields } = input;
  const needed = cardOf(input, whom)?.caseFields ?? [];
  return [
    ...needed.map(label => {
      const name = `${CASE_FIELD}${label}`;
      return { name, label, isRequired: true, value: fields[name] ?? '' };
    }),
    {
      name: 'reference',
      label: 'Case number',
      hint: 'optional now',
      isRequired: false,
      value: fields['reference'] ?? '',
    },
    ...sending(input, whom),
  ];
}

/** Whether its own desk gets the case by this press: where it takes some. */
function sending({ fields, ...input }: AskFormInput, whom: string): AskFieldView[] {
  const card = cardOf(input, whom);
  if (card?.webhook === undefined) return [];
  const choices = [
    { value: SENT, label: `Send it to ${card.name}’s desk` },
    { value: 'no', label: 'I log it there myself' },
  ];
  const value = fields['send'] ?? SENT;
  return [{ name: 'send', label: 'How they get it', isRequired: false, refills: true, value, choices }];
}

/** Chosen where the vendor's own desk is to get the case. */
const SENT = 'yes';

/** Whether the form as it stands sends the case to the vendor's own desk. */
export const isSent = (input: AskFormInput, whom: string): boolean =>
  cardOf(input, whom)?.webhook !== undefined && (input.fields['send'] ?? SENT) === SENT;

/** What the vendor's own desk gets by this press, and the channel; undefined where whoever asks logs it themself. */
export function caseToSend(input: AskFormInput, whom: string): { channel: string; text: string } | undefined {
  const channel = cardOf(input, whom)?.webhook;
  const view = vendorView(input, whom);
  return channel !== undefined && view && isSent(input, whom)
    ? { channel, text: caseText(view, input.fields) }
    : undefined;
}
