import type { HoldingParty } from '../agreement';
import type { TicketEventOf } from '../ticket';
import { askableVendor } from './askedOf';
import { refuse, type Context, type Decision } from './decision';
import { isNothingSaid, PACKET_LIMIT, utf8Bytes } from './packet';

type AskFor = TicketEventOf<'AskFor'>;
type Fields = Readonly<Record<string, string>>;

/** What the vendor needs and is not there yet, by label. */
function missingFields(needed: readonly string[], fields: Fields): Record<string, string> {
  const missing = needed.filter(label => isNothingSaid(fields[label] ?? ''));
  return Object.fromEntries(missing.map(label => [`case.${label}`, 'The vendor needs this.']));
}

function caseIncomplete(needed: readonly string[], { caseFields = {}, reference = '' }: AskFor): Decision | undefined {
  const fields = missingFields(needed, caseFields);
  if (Object.keys(fields).length > 0) {
    return refuse('case-incomplete', 'The case is not complete.', 'Fill in the fields marked below.', fields);
  }
  if (utf8Bytes([...Object.values(caseFields), reference].join('')) <= PACKET_LIMIT) return undefined;
  return refuse('packet-too-large', 'The case is longer than 8 KB.', 'Shorten it, or attach the long parts.');
}

/** Why this party may not log a case with the vendor as it is; undefined where it may, or no vendor is asked. */
export function caseRefused({ directory }: Context, event: AskFor, party: HoldingParty): Decision | undefined {
  const card = event.of.party === 'vendor' ? askableVendor(directory, event.of.vendor) : undefined;
  if (!card) return undefined;
  const { name, contractHolder, dataAgreement, caseFields } = card;
  if (contractHolder !== party) {
    const holder = directory.parties[contractHolder].name;
    return refuse('wrong-party', `Only ${holder} may open a case with ${name}.`, 'Ask them to open it.');
  }
  if (dataAgreement === undefined) {
    const sentence = `No agreement on sharing data with ${name} is on record.`;
    return refuse('no-data-agreement', sentence, 'Ask your lead to add its reference before anything is shared.');
  }
  return caseIncomplete(caseFields, event);
}

/** What was told a vendor, as texts of the Ask: each under its label. */
export const caseTexts = (fields: Fields = {}): Fields =>
  Object.fromEntries(Object.entries(fields).map(([label, text]) => [`case.${label}`, text.trim()]));
