import type { AgreementDocument, HoldingParty } from '../agreement';
import { tidied } from './tidied';

/** Who speaks for a party. */
export type Office = 'lead' | 'coordinator' | 'approver';

/** All of them, in the order in which they are named. */
export const offices: readonly Office[] = ['lead', 'coordinator', 'approver'];

/** The agreement where somebody has an office of a party; whoever leads it has the others too until somebody else does. */
export function withOffice(
  document: AgreementDocument,
  party: HoldingParty,
  office: Office,
  person: string,
): AgreementDocument {
  const before = document.parties[party];
  const vacant = offices.filter(each => office === 'lead' && before[each] === '');
  const filled = Object.fromEntries([office, ...vacant].map(each => [each, person]));
  return tidied({ ...document, parties: { ...document.parties, [party]: { ...before, ...filled } } });
}
