import { field, list, name, names, text, time, yesNo, choice, type Choice, type Field, type FieldGroup } from './field';
import { answeringTeam, legTimes, packet, parties, rules } from './handlingFields';

const outside: readonly Choice[] = [['customer', 'Customer'], ['vendor', 'Vendor'], ...parties];
const clocks: readonly Choice[] = [
  ['native', 'The desk’s own'],
  ['baton', 'Baton’s'],
];

const whose: readonly Choice[] = [
  ['holder', 'of whoever has it'],
  ['other', 'of the other party'],
  ['msp', 'of the provider'],
  ['client', 'of client IT'],
];

const promise = (path: string, label: string): readonly Field[] => [
  time(`${path}.within`, `${label} within`),
  name(`${path}.calendar`, `${label}: hours it runs on`, 'calendars', 'The service hours if nothing is chosen.'),
  choice(`${path}.clockOfRecord`, `${label}: clock the contract counts`, clocks),
];

const oneOf = (fields: readonly Field[]): readonly Field[] => fields.map(each => ({ ...each, isAlone: true }));

const byTier = (['L1', 'L2', 'L3', 'vendor'] as const).map((tier): FieldGroup => ({
  title: `Times if the receiving team is ${tier === 'vendor' ? 'a vendor’s' : tier}`,
  fields: legTimes(`tiers.${tier}`),
}));

const general: FieldGroup = {
  title: 'What it is',
  fields: [
    text('name', 'Name'),
    text('id', 'Short name', 'Letters, digits and dashes. Ledgers and examples refer to it.'),
    choice('kind', 'Kind', [
      ['technical', 'Technical'],
      ['procedural', 'Procedural'],
      ['customer', 'Customer'],
    ]),
    text('runbook', 'Runbook', 'Address that starts with https://'),
    list('inputs', 'Known before it starts', 'What intake asks for, with commas between.'),
  ],
};

const targets: FieldGroup = {
  title: 'Times',
  fields: [
    ...promise('targets.respond', 'Respond'),
    ...promise('targets.resolve', 'Resolve'),
    ...legTimes('targets'),
    time('targets.update.customer', 'Tell the customer every'),
    time('targets.update.internal', 'Tell each other every'),
    time('targets.update.executive', 'Tell executives every'),
    name('hours', 'Hours both parties owe here', 'calendars', 'Each party’s own if nothing is chosen.'),
    field(
      'warnings',
      'Warn at, in % of each target',
      { kind: 'shares' },
      'Such as 50, 80; the word none warns nobody.',
    ),
  ],
};

const course: FieldGroup = {
  title: 'As time passes',
  fields: [
    choice('pass', 'A move inside a party asks', [
      ['none', 'Nothing'],
      ['short', 'Reason and next action'],
      ['full', 'The whole packet'],
    ]),
    yesNo('fastTrack', 'Straight to the highest tier'),
    name('vendor', 'Vendor that is asked', 'vendors'),
    time('asks.chase', 'Chase a late answer every'),
    list('asks.stopClock', 'An open answer stops the customer’s clock if it is of', 'msp, client or vendor'),
    ...outside.map(([who, label]) => time(`holds.longest.${who}`, `Longest pause: ${label.toLowerCase()}`)),
    yesNo('holds.evidence', 'A pause needs evidence'),
    field('rateLimit.most', 'At most so many escalations', { kind: 'count' }),
    time('rateLimit.per', 'in'),
  ],
  lines: [
    {
      ...{ path: 'rungs', label: 'Call as it goes on', line: 'call' },
      fields: [
        text('id', 'Short name'),
        ...oneOf([
          time('when.after', 'After so much service time'),
          field('when.bounces', 'or after so many crossings', { kind: 'count' }),
          field('when.returns', 'or returned so often', { kind: 'count' }),
          field('when.comebacks', 'or resolved and not fixed so often', { kind: 'count' }),
          field('when.toAndFro', 'or when it is back where it was', { kind: 'mark' }),
        ]),
        ...oneOf([
          choice('calls.lead', 'Calls the lead', whose),
          choice('calls.coordinator', 'or the coordinator', whose),
          name('calls.team', 'or a team', 'teams'),
        ]),
      ],
      blank: { id: '', when: { after: '1h' }, calls: { lead: 'holder' } },
    },
  ],
};

const risk: FieldGroup = {
  title: 'Approvals, risk and who does what',
  fields: [
    text('risk', 'Risk category'),
    yesNo('boardReportable', 'The board hears of it'),
    text('regulatory.route', 'Regulator or route'),
    name('regulatory.approver', 'Who approves the report', 'people'),
    time('regulatory.report', 'Report within'),
    names('raci.responsible', 'Responsible', 'actors', 'Teams or people, with commas between.'),
    name('raci.accountable', 'Accountable', 'actors'),
    names('raci.consulted', 'Consulted', 'actors'),
    names('raci.informed', 'Informed', 'actors'),
  ],
  lines: [
    {
      ...{ path: 'approvals', label: 'Needs an approval', line: 'approval' },
      fields: [
        choice('of', 'Of', [
          ['handoff', 'A handoff'],
          ['exception', 'An exception'],
          ['customer message', 'A message to the customer'],
          ['vendor case', 'A vendor case'],
        ]),
        names('by', 'By', 'people', 'Names with commas between.'),
      ],
      blank: { of: 'handoff', by: [] },
    },
    {
      ...{ path: 'authority', label: 'May decide alone', line: 'level', isNamed: true },
      fields: [text('id', 'Level'), field('text', 'What', { kind: 'prose' })],
      blank: { id: '', text: '' },
    },
  ],
};

/** Everything a cell says beside when it applies, in the order in which people think of it. */
export const cellGroups: readonly FieldGroup[] = [
  general,
  targets,
  answeringTeam,
  rules,
  packet,
  course,
  risk,
  ...byTier,
];
