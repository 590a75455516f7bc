import { own } from '../own';
import type { Agreement } from '../schema';
import type { Signer } from './facts';

/** What somebody may do with an agreement. */
export type AgreementRight = 'read' | 'draft' | 'approve' | 'roll back' | 'audit' | 'freeze';

type Role = Agreement['people'][string]['roles'][number];

const granting: Readonly<Record<AgreementRight, readonly Role[]>> = {
  read: ['lead', 'approver', 'coordinator', 'agent', 'auditor', 'viewer'],
  draft: ['lead', 'coordinator', 'approver'],
  approve: ['approver'],
  'roll back': ['lead', 'approver'],
  audit: ['auditor', 'lead', 'approver'],
  freeze: ['lead'],
};

/** The offices of a party; its lead stands in for an approver who has left, so that nobody is locked out. */
function officeRoles({ people, parties }: Agreement, { person, party }: Signer): readonly Role[] {
  const { lead, coordinator, approver } = parties[party];
  const offices = { lead, coordinator, approver: own(people, approver)?.active === true ? approver : lead };
  return Object.entries(offices).flatMap(([role, who]) => (who === person ? [role as Role] : []));
}

/**
 * Whether somebody speaks for a party in this: as its lead, coordinator or approver, or by a role of their own.
 * Nobody who is no longer active does.
 */
export function hasRight(agreement: Agreement, signer: Signer, right: AgreementRight): boolean {
  const { person, party } = signer;
  const known = own(agreement.people, person);
  if (known === undefined || !known.active || known.party !== party) return false;
  const roles: readonly Role[] = [...known.roles, 'agent', ...officeRoles(agreement, signer)];
  return roles.some(role => granting[right].includes(role));
}
