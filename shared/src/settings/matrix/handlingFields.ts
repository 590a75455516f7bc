import { choice, field, name, text, time, yesNo, type Choice, type Field, type FieldGroup } from './field';

/** The parties that have a ticket. */
export const parties: readonly Choice[] = [
  ['msp', 'Provider'],
  ['client', 'Client IT'],
];

/** Which way a ticket crosses. */
export const crossings: readonly Choice[] = [
  ['any', 'Both ways'],
  ['client>msp', 'Client IT → provider'],
  ['msp>client', 'Provider → client IT'],
];
/** How strictly the rules are kept. */
export const modes: readonly Choice[] = [
  ['observe', 'Observe: record only'],
  ['pilot', 'Pilot: tell, never return'],
  ['enforce', 'Enforce'],
];

/** What a leg of the journey owes. */
export const legTimes = (under: string): readonly Field[] => [
  time(`${under}.acknowledge`, 'Accept or decline within'),
  time(`${under}.nextAction`, 'Do the next action within'),
  time(`${under}.answer`, 'Answer an Ask within'),
  time(`${under}.decide`, 'Decide a dispute within'),
  time(`${under}.triage`, 'Sort an offer within'),
  time(`${under}.hold`, 'Keep it no longer than'),
  time(`${under}.lease`, 'Acceptance ends after, if nobody works on it'),
];

/** Who is asked, and who decides. */
export const answeringTeam: FieldGroup = {
  title: 'Who takes it',
  fields: [
    name('receiver', 'Receiving team', 'teams'),
    name('backup', 'Team that stands in', 'teams'),
    choice('closedReceiver', 'If the receiver is closed', [
      ['giver holds', 'The giver keeps it'],
      ['on call', 'Call who is on call'],
      ['wait and stop', 'Wait, with the clock stopped'],
    ]),
    yesNo('deemedAccepted', 'Counts as accepted if the ladder ends without an answer'),
    yesNo('visibleAtOffer', 'The receiver sees it when it is offered'),
    yesNo('triage', 'The receiving coordinator sorts offers first'),
    name('tieBreak.owner', 'Who decides a dispute', 'people'),
    choice('tieBreak.holder.party', 'Who has it meanwhile: party', parties),
    name('tieBreak.holder.team', 'Who has it meanwhile: team', 'teams'),
    name('tieBreak.holder.person', 'Who has it meanwhile: person', 'people'),
  ],
  lines: [
    {
      ...{ path: 'ladder', label: 'If nobody answers, ask', line: 'step' },
      hint: 'Top down; the last step is a lead. Without steps: the backup, then the lead.',
      fields: [
        name('team', 'Team', 'teams'),
        choice('who', 'Who of it', [
          ['team', 'Who is on duty'],
          ['backup', 'Its backup'],
          ['lead', 'Its lead'],
        ]),
        time('acknowledge', 'Answers within'),
      ],
      blank: { team: '', who: 'team' },
    },
  ],
};

/** How strictly, and under which contract. */
export const rules: FieldGroup = {
  title: 'How it is kept',
  fields: [
    choice('mode', 'Mode', modes),
    choice('governedBy', 'Governed by', [
      ['sla', 'Service level agreement'],
      ['ola', 'Operational level agreement'],
      ['uc', 'Contract with a vendor'],
    ]),
    field(
      'text',
      'Where the boundary runs',
      { kind: 'prose' },
      'What is yours and what is theirs, in a sentence or two.',
    ),
  ],
};

const packetWords: readonly Field[] = [
  text('packet.labels.nextAction', 'Other words for “Next required action”'),
  text('packet.labels.deadline', 'Other words for “Deadline”'),
  text('packet.labels.diagnosis', 'Other words for “Current diagnosis”'),
  text('packet.labels.actions', 'Other words for “Actions taken”'),
  text('packet.labels.evidence', 'Other words for “Evidence”'),
];

/** What travels with a handoff. */
export const packet: FieldGroup = {
  title: 'What travels with a handoff',
  fields: packetWords,
  lines: [
    {
      ...{ path: 'packet.extra', label: 'Further fields', line: 'field' },
      fields: [text('label', 'Field'), text('id', 'Short name'), yesNo('required', 'Must be filled in')],
      blank: { id: '', label: '' },
    },
    {
      ...{ path: 'packet.reasons', label: 'Reasons to choose from', line: 'reason' },
      fields: [text('label', 'Reason'), text('code', 'Short name')],
      blank: { code: '', label: '' },
    },
  ],
};

const boundaryTargets: FieldGroup = { title: 'Times', fields: legTimes('targets') };

/** What all cells of one direction inherit. */
export const boundaryGroups: readonly FieldGroup[] = [answeringTeam, rules, boundaryTargets, packet];
