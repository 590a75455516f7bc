import { own } from '../own';
import type { Agreement } from '../schema';
import type { HoldingParty } from '../terms';
import type { Signer } from './facts';

/** What somebody may do with an agreement. */
export type AgreementRight = 'read' | 'draft' | 'approve' | 'roll back' | 'audit';

type Role = Agreement['people'][string]['roles'][number];

const granting: Readonly<Record<AgreementRight, readonly Role[]>> = {
  read: ['lead', 'approver', 'coordinator', 'agent', 'auditor', 'viewer'],
  draft: ['lead', 'coordinator', 'approver'],
  approve: ['approver'],
  'roll back': ['lead', 'approver'],
  audit: ['auditor', 'lead', 'approver'],
};

const officeRoles = (
  { lead, coordinator, approver }: Agreement['parties'][HoldingParty],
  person: string,
): readonly Role[] =>
  Object.entries({ lead, coordinator, approver }).flatMap(([role, who]) => (who === person ? [role as Role] : []));

/**
 * Whether somebody speaks for a party in this: as its lead, coordinator or approver, or by a role of their own.
 * Nobody who is no longer active does.
 */
export function hasRight({ people, parties }: Agreement, { person, party }: Signer, right: AgreementRight): boolean {
  const known = own(people, person);
  if (known === undefined || !known.active || known.party !== party) return false;
  const roles: readonly Role[] = [...known.roles, 'agent', ...officeRoles(parties[party], person)];
  return roles.some(role => granting[right].includes(role));
}
