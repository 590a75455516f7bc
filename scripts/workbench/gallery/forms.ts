import type { FormView } from '@baton/shared';

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

/** Both forms by name. */
export const forms = { plain: plainForm, 'with errors': formWithErrors } satisfies Readonly<Record<string, FormView>>;
