import type { AgreementDocument } from './schema';

/** The starter's cells: what most co-managed desks promise, and what each priority is worth getting up for. */
export const starterMatrix: AgreementDocument['matrix'] = [
  {
    id: 'incident-p1',
    name: 'Incident, priority 1',
    when: { workType: 'incident', priority: 1 },
    hours: '24x7',
    closedReceiver: 'on call',
    deemedAccepted: true,
    targets: {
      acknowledge: '15m',
      respond: { within: '15m', calendar: '24x7' },
      resolve: { within: '4h', calendar: '24x7' },
      nextAction: '1h',
      decide: '30m',
      hold: '90m',
      update: { customer: '1h', internal: '30m' },
    },
  },
  {
    id: 'incident-p2',
    name: 'Incident, priority 2',
    when: { workType: 'incident', priority: 2 },
    targets: { acknowledge: '30m', respond: '1h', resolve: '8h', nextAction: '2h', decide: '1h', hold: '3h' },
  },
  {
    id: 'incident-p3',
    name: 'Incident, priority 3',
    when: { workType: 'incident', priority: 3 },
    targets: { acknowledge: '2h', respond: '4h', resolve: '20h', nextAction: '4h', decide: '2h', hold: '8h' },
  },
  {
    id: 'incident-p4',
    name: 'Incident, priority 4',
    when: { workType: 'incident', priority: 4 },
    mode: 'observe',
    targets: { acknowledge: '4h', respond: '8h', resolve: '50h', nextAction: '10h', decide: '4h', hold: '20h' },
  },
  {
    id: 'request',
    name: 'Service request',
    when: { workType: 'request' },
    kind: 'procedural',
    packet: { labels: { diagnosis: 'Done so far' } },
    targets: { acknowledge: '4h', respond: '8h', resolve: '30h', nextAction: '10h', decide: '4h', hold: '10h' },
  },
];
