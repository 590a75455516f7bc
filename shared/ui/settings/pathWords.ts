/** What the parts of an agreement are called on screen; a name that people chose stands for itself. */
const words: Readonly<Record<string, string>> = {
  matrix: 'Matrix',
  'matrix in order': 'Order of the matrix',
  people: 'People',
  teams: 'Teams',
  parties: 'Parties',
  calendars: 'Calendars',
  boundaries: 'Crossings',
  'client>msp': 'to the provider',
  'msp>client': 'to client IT',
  msp: 'provider',
  client: 'client IT',
  targets: 'promises',
  resolve: 'resolve within',
  respond: 'respond within',
  acknowledge: 'accept within',
  nextAction: 'next action within',
  decide: 'decide within',
  answer: 'answer within',
  hours: 'hours',
  mode: 'how strictly',
  receiver: 'who receives',
  ladder: 'steps',
  warnings: 'warnings',
  when: 'when',
  tests: 'Examples',
  version: 'Version',
  name: 'name',
  roles: 'roles',
  lead: 'lead',
  approver: 'approver',
  coordinator: 'coordinator',
  channels: 'Channels',
  vendors: 'Vendors',
  templates: 'Templates',
  packet: 'Packet',
  scope: 'Where it counts',
  service: 'Service',
  roster: 'roster',
  timeZone: 'time zone',
  reopenWindowDays: 'Days in which a ticket reopens',
  confirmationDays: 'Days until silence confirms',
  retentionDays: 'Days that records are kept',
};

/** A place in an agreement as people say it: `matrix.incident-p1.targets.resolve` is Matrix › incident-p1 › promises › resolve within. */
export const wordsOfPath = (path: string): string =>
  path
    .split('.')
    .map(step => words[step] ?? step)
    .join(' › ');
