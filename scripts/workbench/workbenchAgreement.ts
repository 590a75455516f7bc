import { starterAgreement, type AgreementDocument } from '@baton/shared';
import type { Cast } from './cast';

/** The starter agreement between the two companies of a cast, with their people and teams on both desks. */
export function workbenchAgreement(cast: Cast): AgreementDocument {
  const leadOf = (party: 'msp' | 'client'): string => {
    const people = cast.people.filter(person => person.party === party);
    return (people.find(person => person.teams.length > 1) ?? people[0])?.id ?? cast.defaultPerson;
  };
  const zoneOf = (party: 'msp' | 'client'): string =>
    cast.people.find(person => person.party === party)?.timeZone ?? 'UTC';
  const starter = starterAgreement({
    id: 'workbench',
    name: `${cast.parties.msp} and ${cast.parties.client}`,
    parties: {
      msp: { name: cast.parties.msp, timeZone: zoneOf('msp'), lead: leadOf('msp') },
      client: { name: cast.parties.client, timeZone: zoneOf('client'), lead: leadOf('client') },
    },
    teams: cast.teams.map(({ freshserviceGroupId, ...team }) => ({
      ...team,
      freshserviceGroup: String(freshserviceGroupId),
    })),
    people: cast.people.map(({ id, name, party, teams, email, jiraAccountId, freshserviceAgentId }) => ({
      id,
      name,
      party,
      teams,
      email,
      jira: jiraAccountId,
      freshservice: String(freshserviceAgentId),
    })),
  });
  const matrix = starter.matrix.map(cell => (urgent.includes(cell.id) ? { ...cell, ...saidOfUrgent } : cell));
  const vendors = { storage: storageVendor };
  return { ...starter, matrix, vendors, templates, overrides: { exceptions: [exception] } };
}

/** What the customer reads, once a person sends it. */
const templates = [
  ['opened', 'We have {ticket} and are working on it. You hear from us again by {due}.'],
  ['update', '{ticket} is with {party}. We are still working on it and expect it to be solved by {due}.'],
  ['breached', '{ticket} takes longer than we promised. We are sorry; {party} stays on it until it is solved.'],
  ['resolved', '{ticket} is solved. Tell us if it is not for you.'],
].map(([stage, body]) => ({
  ...{ stage, audience: 'customer', approved: true },
  body: `${body}\n\n{spokesperson}`,
})) as NonNullable<AgreementDocument['templates']>;

const urgent: readonly string[] = ['incident-p1', 'incident-p2'];

/** What people are told where something important stands still. */
const saidOfUrgent = {
  runbook: 'https://wiki.contoso.example/outages',
  inputs: ['Service', 'First seen at'],
  authority: { 'northwind-network': 'Restart and fail over, outside payroll nights' },
  risk: 'Business continuity',
  boardReportable: true,
} satisfies Partial<AgreementDocument['matrix'][number]>;

/** Anybody may ask; a lead of either party approves, one of each where much is at stake. */
const exception: NonNullable<NonNullable<AgreementDocument['overrides']>['exceptions']>[number] = {
  of: ['transfer', 'deadline'],
  bothAbove: { amount: 10_000, flags: ['Personal data'] },
};

/** Who is asked when the array itself is at fault; the internal team holds the contract. */
const storageVendor: NonNullable<AgreementDocument['vendors']>[string] = {
  name: 'Halden Storage',
  contractHolder: 'client',
  channels: [
    { channel: 'phone', address: '+44 20 7946 0100' },
    { channel: 'email', address: 'support@halden.example' },
  ],
  portal: 'https://support.halden.example',
  caseFields: ['Serial number', 'Firmware'],
  commitments: { respond: '2h', update: '2h' },
  hours: 'service-hours',
  engageWhen: 'The array itself is at fault and a restart did not help',
  runbook: 'https://wiki.contoso.example/halden',
  dataAgreement: 'DPA 2025-014',
  redact: ['Evidence'],
};
