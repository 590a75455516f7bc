import type { Agreement } from '../schema';
import { featureEvidence, type ControlFeature } from './controlFeatures';
import { heading, said, tableOr, type GeneratedPage, type PageBlock } from './page';

interface Clause {
  readonly clause: string;
  /** What it is about, in our words. */
  readonly about: string;
  readonly features: readonly ControlFeature[];
}

/** ISO/IEC 20000-1:2018, the clauses that the handing over of tickets has to do with. */
const iso20000: readonly Clause[] = [
  {
    clause: 'Organizational roles; 8.2.3 Control of parties involved in the service lifecycle',
    about: 'Who is responsible, across organisations',
    features: ['custody', 'agreement', 'rosters'],
  },
  {
    clause: '7.5 Documented information',
    about: 'What was agreed and what happened, kept',
    features: ['agreement', 'ledger'],
  },
  {
    clause: '8.3.2 Business relationship management',
    about: 'Relationship with the customer',
    features: ['customer messages', 'confirmation'],
  },
  { clause: '8.3.3 Service level management', about: 'Service levels', features: ['targets', 'attribution'] },
  {
    clause: '8.3.4 Supplier management',
    about: 'External and internal suppliers',
    features: ['agreement', 'acknowledgement', 'vendors', 'attribution'],
  },
  { clause: '8.5.1 Change management', about: 'Changes, here those of the agreement', features: ['agreement'] },
  {
    clause: '8.6.1 Incident management',
    about: 'Incidents, major ones included',
    features: ['packet', 'acknowledgement', 'escalation', 'major incidents', 'confirmation'],
  },
  {
    clause: '8.6.2 Service request management',
    about: 'What users ask for',
    features: ['packet', 'targets', 'confirmation'],
  },
  {
    clause: '8.7.3 Information security management',
    about: 'Who read and removed what',
    features: ['personal data', 'ledger'],
  },
  {
    clause: '9.1 Monitoring, measurement, analysis and evaluation; 9.4 Service reporting',
    about: 'Figures that can be traced',
    features: ['attribution', 'targets', 'ledger'],
  },
];

/** Practices of ITIL 4. */
const itil: readonly Clause[] = [
  {
    clause: 'Incident management',
    about: 'Restoring service, escalating in time',
    features: ['custody', 'packet', 'acknowledgement', 'escalation', 'major incidents'],
  },
  {
    clause: 'Service request management',
    about: 'Fulfilling what users ask for',
    features: ['packet', 'targets', 'confirmation'],
  },
  { clause: 'Service desk', about: 'One place that answers', features: ['custody', 'rosters', 'customer messages'] },
  { clause: 'Service level management', about: 'Targets and how they are met', features: ['targets', 'attribution'] },
  { clause: 'Supplier management', about: 'What suppliers owe', features: ['vendors', 'asks', 'attribution'] },
  { clause: 'Relationship management', about: 'Parties that work as one', features: ['agreement', 'acknowledgement'] },
  { clause: 'Change enablement', about: 'Changes that are approved', features: ['agreement', 'overrides'] },
  { clause: 'Measurement and reporting', about: 'Figures that can be traced', features: ['attribution', 'ledger'] },
  {
    clause: 'Information security management',
    about: 'Who read and removed what',
    features: ['personal data', 'ledger'],
  },
  { clause: 'Availability management', about: 'What happens while a desk is down', features: ['availability'] },
];

const clauseTable = (clauses: readonly Clause[]): PageBlock =>
  tableOr(
    '',
    ['Control', 'About', 'Met by'],
    clauses.map(({ clause, about, features }) => [clause, about, features.join(', ')]),
  );

const evidenceTable = (): PageBlock =>
  tableOr(
    '',
    ['Feature', 'What it does', 'Entries of the ledger', 'Also shown by'],
    Object.entries(featureEvidence).map(([feature, { does, facts, shownBy }]) => [
      feature,
      does,
      facts.join(', '),
      shownBy,
    ]),
  );

const ownControls = ({ controls }: Agreement): PageBlock =>
  tableOr(
    'This agreement names no controls of its own.',
    ['Control', 'Met by'],
    controls.map(({ name, features }) => [name, features.join(', ')]),
  );

/** For auditors: which control rests on what Baton does, and which entry, page or export shows that it did. */
export const controlMapPage = (agreement: Agreement): GeneratedPage => ({
  title: `Control map: ${agreement.name}`,
  blocks: [
    said('Which control rests on which feature. It says where evidence lies, not that a control is met.'),
    heading('Controls of this agreement'),
    ownControls(agreement),
    heading('ISO/IEC 20000-1:2018'),
    said('Clauses by their titles, with the number where a public table of contents gives it. Your own copy decides.'),
    clauseTable(iso20000),
    heading('ITIL 4 practices'),
    clauseTable(itil),
    heading('Features and their evidence'),
    evidenceTable(),
  ],
});
