import type {
  ActionView,
  BarView,
  ChainLink,
  CountdownView,
  DeadlineView,
  FormView,
  LozengeView,
  PacketLine,
  PanelView,
  TimelineEntry,
} from '../../shared/src/panel/view';

/*
 * One picture per condition. The story: on 28 November 2025 Ana Pires of Contoso IT (Lisbon) opens a priority 2 network
 * ticket at 07:20 and hands it to Northwind, where Dana Ruiz (Madrid) works on it.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const handOff = (emphasis: ActionView['emphasis'] = 'primary'): ActionView => ({
  act: 'offer',
  label: 'Hand off',
  emphasis,
});
const accept: ActionView = { act: 'accept', label: 'Accept', emphasis: 'primary' };
const giveBack: ActionView = {
  act: 'return',
  label: 'Return with guidance',
  emphasis: 'default',
  asks: { field: 'guidance', label: 'Guidance', hint: 'What has to be done before they can take it' },
};
const decline: ActionView = {
  act: 'decline',
  label: 'Decline',
  emphasis: 'subtle',
  asks: { field: 'why', label: 'Why', hint: 'One sentence' },
};
const later: ActionView = {
  act: 'accept later',
  label: 'Take it by another time',
  emphasis: 'subtle',
  asks: { field: 'deadline', label: 'Deadline', hint: 'YYYY-MM-DD HH:mm', value: '2025-11-28 11:20' },
};
const withdraw: ActionView = { act: 'withdraw', label: 'Withdraw', emphasis: 'default' };

const counting = (remaining: number, target = '4 h', ticksFor = Math.max(remaining, 0)): CountdownView => ({
  remaining,
  ticksFor,
  left: `{left} of ${target} left`,
  overdue: 'overdue by {left}',
});

const resolveBy = (title: string, countdown: CountdownView, tone: DeadlineView['tone'] = 'held'): DeadlineView => ({
  title,
  countdown,
  tone,
  note: 'Counted by Baton',
});

/** Twelve minutes are left to answer. */
const toAnswer = (name: string): LozengeView => ({
  text: `${name} · 12 min to answer`,
  tone: 'offered',
  countdown: {
    remaining: 12.5 * MINUTE,
    ticksFor: 8 * HOUR,
    left: `${name} · {left} to answer`,
    overdue: `${name} · {left} late`,
  },
});

const bar: BarView = {
  label: 'Used: Contoso IT 1 h 05 min, Northwind 1 h 32 min; 1 h 23 min left. Paused 35 min waiting for the customer.',
  parts: [
    { tone: 'client', percent: 27, label: 'Contoso IT 1 h 05 min' },
    { tone: 'msp', percent: 38, label: 'Northwind 1 h 32 min' },
  ],
  paused: [{ tone: 'customer', label: 'paused 35 min, customer' }],
};

const early: BarView = {
  label: 'Used: Contoso IT 1 h 48 min; 6 h 12 min left.',
  parts: [{ tone: 'client', percent: 22, label: 'Contoso IT 1 h 48 min' }],
  paused: [],
};

const openedLink: ChainLink = {
  tone: 'client',
  title: 'Contoso Service desk · 1 h 05 min',
  detail: 'opened 07:20 by Ana Pires',
};
const chain: readonly ChainLink[] = [
  openedLink,
  { tone: 'msp', title: 'Northwind L1 · 40 min', detail: 'accepted in 6 min by Omar Said' },
  { tone: 'msp', title: 'Northwind Network L2 · 52 min', detail: 'accepted in 3 min by you' },
];

const openedFact: TimelineEntry = {
  seq: 1,
  time: '07:20',
  iso: '2025-11-28T06:20:00.000Z',
  text: 'Ana Pires opened the ticket. Contoso Service desk holds it.',
};
const offeredFact: TimelineEntry = {
  seq: 2,
  time: '10:08',
  iso: '2025-11-28T09:08:00.000Z',
  text: 'Ana Pires offered it to Northwind Network L2: Needs storage skills.',
  detail: 'Next required action: “Replace the volume behind db-2”',
};
const acceptedFact: TimelineEntry = {
  seq: 3,
  time: '10:11',
  iso: '2025-11-28T09:11:00.000Z',
  text: 'You accepted it. Northwind Network L2 holds it.',
  mark: 'as claimed',
};

const packet: readonly PacketLine[] = [
  { label: 'Next required action', text: 'Replace the volume behind db-2', isKey: true },
  { label: 'Deadline', text: '11:20 today', note: 'inside your hours · 10:20 in Lisbon', isKey: true },
  { label: 'Current diagnosis', text: 'Disk latency on db-2 since 09:40, not load', isKey: false },
  { label: 'Actions taken', text: '- Restarted replica\n- Moved backups off the array', isKey: false },
  { label: 'Evidence', text: 'Latency graph\narray log.txt', isKey: false },
  { label: 'Reason', text: 'Needs storage skills', isKey: false },
];

/** You are Dana and hold it. */
export const heldByYou: PanelView = {
  condition: 'held by you',
  lozenges: [{ text: 'WITH NORTHWIND (MSP)', tone: 'held' }],
  headline: 'You hold this ticket',
  detail: 'Dana Ruiz · Northwind Network L2 · since 09:40, 52 min in hand',
  task: {
    title: 'Next: Replace the volume behind db-2',
    detail: 'Promised by 11:20 today · 10:20 in Lisbon',
    actions: [handOff('default'), giveBack],
  },
  deadline: resolveBy('Resolve by 11:55 today', counting(HOUR + 23 * MINUTE)),
  bar,
  packet,
  chain,
  timeline: [openedFact, offeredFact, acceptedFact],
};

/** You are in the holding team, a colleague has it. */
export const heldByYourTeam: PanelView = {
  ...heldByYou,
  condition: 'held by your team',
  headline: 'Your team holds this ticket',
  detail: 'Li Wei · Northwind Network L2 · since 09:40, 52 min in hand',
};

/** You are Ana and look on. */
export const heldByOthers: PanelView = {
  ...heldByYou,
  condition: 'held by others',
  headline: 'Northwind holds it',
  detail: 'Dana Ruiz · Northwind Network L2 · since 08:40, 52 min in hand',
  task: {
    title: 'Nothing for you to do now',
    detail: 'Northwind promised “Replace the volume behind db-2” by 10:20 today · 11:20 in Madrid',
    actions: [],
  },
  deadline: resolveBy('Resolve by 10:55 today', counting(HOUR + 23 * MINUTE)),
  packet: [],
};

/** Northwind's team has it, nobody of it has claimed it. */
export const unclaimed: PanelView = {
  condition: 'unclaimed',
  lozenges: [{ text: 'WITH NORTHWIND (MSP)', tone: 'held' }],
  headline: 'Your team holds this ticket',
  detail: 'Nobody has taken it yet · Northwind L1 · since 09:57',
  task: {
    title: 'Take it: make yourself its agent',
    detail: 'By 10:12 today',
    actions: [handOff('default')],
  },
  deadline: resolveBy('Resolve by 16:30 today', counting(6 * HOUR, '8 h')),
  bar: early,
  packet: [],
  chain: [openedLink, { tone: 'msp', title: 'Northwind L1 · 8 min', detail: 'routed 09:57 by an automation' }],
  timeline: [openedFact],
};

/** You are Dana, Ana offers it. */
export const offeredToYou: PanelView = {
  condition: 'offered to you',
  lozenges: [toAnswer('OFFERED TO YOU')],
  headline: 'Contoso IT still holds it',
  detail: 'Ana Pires offers it to Northwind Network L2 · 10:08',
  task: {
    title: 'Accept it, or send it back',
    detail: 'Unanswered at 10:20 today it goes to Li Wei (backup)',
    actions: [accept, giveBack, decline, later],
  },
  deadline: resolveBy('Resolve by 16:30 today', counting(6 * HOUR + 12 * MINUTE, '8 h')),
  bar: early,
  packet,
  chain: [openedLink],
  timeline: [openedFact, offeredFact],
};

/** You are Ana and wait for an answer. */
export const offeredByYou: PanelView = {
  ...offeredToYou,
  condition: 'offered by you',
  lozenges: [toAnswer('OFFERED')],
  headline: 'You still hold this ticket',
  detail: 'Offered to Northwind Network L2 by you · 09:08',
  task: {
    title: 'Waiting for Northwind Network L2',
    detail: 'Dana Ruiz has to answer · unanswered at 09:20 today it goes to Li Wei (backup)',
    actions: [withdraw],
  },
};

/** You are of neither the receiving nor the giving team. */
export const offered: PanelView = {
  ...offeredToYou,
  condition: 'offered',
  lozenges: [toAnswer('OFFERED')],
  task: {
    title: 'Northwind Network L2 owes the answer',
    detail: 'Unanswered at 10:20 today it goes to Li Wei (backup)',
    actions: [],
  },
};

/** Refused twice; you owe the decision. */
export const stalemate: PanelView = {
  condition: 'stalemate',
  lozenges: [{ text: 'UNDECIDED · 1 h 50 min to decide', tone: 'offered' }],
  headline: 'Contoso IT holds it until the decision',
  detail: 'Refused twice · Contoso Service desk has it meanwhile',
  task: {
    title: 'Decide who takes it',
    detail: 'By 12:30 today',
    actions: [
      { act: 'decide for msp', label: 'Northwind takes it', emphasis: 'default' },
      { act: 'decide for client', label: 'Contoso IT takes it', emphasis: 'default' },
    ],
  },
  deadline: resolveBy('Resolve by 16:30 today', counting(5 * HOUR, '8 h')),
  bar: early,
  packet: [],
  chain: [openedLink],
  timeline: [openedFact, offeredFact],
};

/** The desk's fields lie elsewhere than custody. */
export const movedWithoutHandoff: PanelView = {
  condition: 'moved without a handoff',
  lozenges: [
    { text: 'NO HANDOFF · 23 min', tone: 'no handoff' },
    { text: 'WITH CONTOSO IT', tone: 'held' },
  ],
  headline: 'You still hold this ticket',
  detail: 'The agent group points to Northwind L1 since 09:57. Custody has not moved.',
  task: {
    title: 'Hand it off, or move it back',
    detail: 'Nobody at Northwind has accepted it; Contoso IT stays accountable.',
    actions: [handOff()],
  },
  deadline: resolveBy('Resolve by 16:30 today', counting(5 * HOUR + 40 * MINUTE, '8 h')),
  bar: early,
  packet: [],
  chain: [openedLink],
  timeline: [
    openedFact,
    {
      seq: 2,
      time: '09:57',
      iso: '2025-11-28T09:57:00.000Z',
      text: 'An automation moved it to Northwind L1 without a handoff. Custody did not move.',
    },
  ],
};

/** The customer is waited for. */
export const paused: PanelView = {
  ...heldByYou,
  lozenges: [
    { text: 'WITH NORTHWIND (MSP)', tone: 'held' },
    { text: 'PAUSED · customer', tone: 'paused' },
  ],
  deadline: resolveBy('Resolve by 11:55 today, if it went on now', counting(HOUR + 23 * MINUTE, '4 h', 0), 'paused'),
};

/** Less than a fifth of the target is left. */
export const atRisk: PanelView = {
  ...heldByYou,
  lozenges: [
    { text: 'WITH NORTHWIND (MSP)', tone: 'held' },
    { text: 'AT RISK · 18 min left', tone: 'at risk' },
  ],
  deadline: resolveBy('Resolve by 11:55 today', counting(18 * MINUTE), 'at risk'),
};

/** The target has passed. */
export const breached: PanelView = {
  ...heldByYou,
  lozenges: [
    { text: 'WITH NORTHWIND (MSP)', tone: 'held' },
    { text: 'BREACHED · 42 min over', tone: 'breached' },
  ],
  deadline: resolveBy('Was due 11:55 today', counting(-42 * MINUTE, '4 h', HOUR), 'breached'),
  bar: {
    label: 'Used: Contoso IT 1 h 05 min, Northwind 3 h 37 min; 42 min over.',
    parts: [
      { tone: 'client', percent: 23, label: 'Contoso IT 1 h 05 min' },
      { tone: 'msp', percent: 77, label: 'Northwind 3 h 37 min' },
    ],
    paused: [],
  },
};

/** Resolved in time. */
export const finished: PanelView = {
  ...heldByYou,
  condition: 'finished',
  lozenges: [{ text: 'MET', tone: 'met' }],
  headline: 'Resolved in time',
  detail: 'Northwind Network L2 · resolved 11:20 today',
  task: {
    title: 'Met with 35 min to spare',
    detail: 'Reopened until Fri 12 Dec 11:20, it goes on where it stopped',
    actions: [],
  },
  deadline: resolveBy('Was due 11:55 today', counting(35 * MINUTE, '4 h', 0), 'met'),
  packet: [],
};

/** No agreement governs it. */
export const notGoverned: PanelView = {
  condition: 'not governed',
  lozenges: [],
  headline: 'Not governed',
  detail: 'No agreement governs this ticket, so Baton counts nothing here.',
  task: {
    title: 'Work as usual',
    detail: 'If it should be shared, ask a service lead to add a cell for this kind of ticket.',
    actions: [],
  },
  packet: [],
  chain: [],
  timeline: [],
};

/** Accepted in the browser, not yet confirmed by the desk. */
export const confirming: PanelView = {
  ...heldByYou,
  notice: 'Accepted as claimed, the desk has not confirmed it yet',
};

/** Ana hands off. */
export const plainForm: FormView = {
  title: 'Hand off to Northwind',
  intro:
    'P2 incident → Northwind Network L2, on duty: Dana Ruiz. They answer within 15 min. You stay accountable until they accept.',
  boundary: 'Network faults beyond the first hour go to Northwind.',
  nextAction: { label: 'Next required action', value: '' },
  deadline: {
    label: 'Deadline',
    value: '2025-11-28 10:20',
    hint: '10:20 today · 11:20 in Madrid, inside their hours · 35 min before it is due',
  },
  diagnosis: {
    label: 'Current diagnosis',
    value: 'Disk latency on db-2 since 08:40, not load',
    hint: 'Yours from 08:52',
  },
  actions: {
    label: 'Actions taken',
    value: '- Restarted replica\n- Moved backups off the array',
    hint: 'From your notes and work log; delete what does not matter',
  },
  evidence: { label: 'Evidence', value: '- array log.txt' },
  extra: [{ id: 'change', label: 'Change number', value: '', isRequired: false, hint: 'optional' }],
  receiver: {
    label: 'Hand off to',
    value: 'network-l2',
    choices: [
      { value: 'network-l2', label: 'Northwind Network L2 (on duty: Dana Ruiz)' },
      { value: 'msp-l1', label: 'Northwind L1 (nobody on duty)' },
    ],
  },
  reason: {
    label: 'Reason',
    value: 'skills',
    choices: [
      { value: 'skills', label: 'Needs storage skills' },
      { value: 'access', label: 'Needs access we lack' },
    ],
  },
  privacy: 'Northwind will read this. Customers will not.',
  limitBytes: 8192,
};

/** The same form, sent too early. */
export const formWithErrors: FormView = {
  ...plainForm,
  nextAction: { ...plainForm.nextAction, error: 'Say what has to be done next.' },
  deadline: {
    ...plainForm.deadline,
    value: '2025-11-28 23:30',
    hint: '23:30 today · 00:30 tomorrow in Madrid, outside their hours',
    error: 'Choose a time before the resolve deadline.',
    suggestion: { label: 'Use Mon 09:00', value: '2025-12-01 08:00' },
  },
  evidence: { ...plainForm.evidence, value: '', error: 'Name evidence, or say why there is none.' },
};

/** Every panel by its picture's name. */
export const panels = {
  'held by you': heldByYou,
  'held by your team': heldByYourTeam,
  'held by others': heldByOthers,
  'offered to you': offeredToYou,
  'offered by you': offeredByYou,
  offered,
  unclaimed,
  stalemate,
  'moved without a handoff': movedWithoutHandoff,
  paused,
  'at risk': atRisk,
  breached,
  finished,
  'not governed': notGoverned,
  confirming,
} satisfies Readonly<Record<string, PanelView>>;

/** Both forms by name. */
export const forms = { plain: plainForm, 'with errors': formWithErrors } satisfies Readonly<Record<string, FormView>>;
