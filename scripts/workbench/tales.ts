import type { SeedTicket, WorkbenchDesk } from './desk';

/** A moment of the story: minutes after its beginning, and what then happens on one desk. */
type Moment = readonly [minute: number, happens: (desk: WorkbenchDesk, act: Acting, id: string) => Promise<unknown>];

export interface Tale {
  readonly ticket: SeedTicket;
  readonly moments: readonly Moment[];
}

/** How people of the story press the panel's buttons. */
export interface Acting {
  offer(id: string, person: string, packet: Packet): Promise<void>;
  press(id: string, person: string, request: object): Promise<void>;
}

export interface Packet {
  readonly diagnosis: string;
  readonly actions: string;
  readonly evidence: string;
  readonly nextAction: string;
}

/** Minutes the story lasts; it ends now. */
export const STORY_MINUTES = 175;

/** The seeded tickets: a handful in interesting states, between Contoso IT and Northwind. */
export const tales: readonly Tale[] = [
  {
    ticket: {
      title: 'VPN gateway drops the Lisbon office',
      description: 'Since the morning every tunnel of the Lisbon office drops after about ten minutes.',
      type: 'incident',
      priority: 1,
      openedBy: 'ana',
      team: 'contoso-desk',
    },
    moments: [
      [120, (desk, _, id) => desk.change(id, 'ana', { person: 'ana' })],
      [128, (desk, _, id) => desk.say(id, 'ana', 'Restarted the tunnel on gw-lis-1; it held for nine minutes.', false)],
      [
        140,
        (desk, _, id) =>
          desk.say(
            id,
            'ana',
            'Packet capture shows the far end closing the tunnel: https://files.contoso.example/gw-lis-1.pcap',
            false,
          ),
      ],
      [142, (desk, _, id) => desk.say(id, 'ana', 'We are on it and will write again within the hour.', true)],
    ],
  },
  {
    ticket: {
      title: 'Payroll database is slow',
      description: 'The payroll run takes hours instead of minutes.',
      type: 'incident',
      priority: 1,
      openedBy: 'carla',
      team: 'contoso-infra',
    },
    moments: [
      [60, (desk, _, id) => desk.change(id, 'bruno', { person: 'bruno' })],
      [75, (desk, _, id) => desk.say(id, 'bruno', 'Restarted the replica, moved backups off the array.', false)],
      [
        168,
        (_, act, id) =>
          act.offer(id, 'bruno', {
            diagnosis: 'Disk latency on db-2 since 09:40, not load',
            actions: 'Restarted the replica\nMoved backups off the array',
            evidence: 'Latency graph, array log.txt',
            nextAction: 'Replace the volume behind db-2',
          }),
      ],
    ],
  },
  {
    ticket: {
      title: 'Nightly backup of filer-3 failed',
      description: 'The backup of filer-3 stopped at 62 % with a checksum error.',
      type: 'incident',
      priority: 2,
      openedBy: 'ana',
      team: 'contoso-desk',
    },
    moments: [
      [10, (desk, _, id) => desk.change(id, 'ana', { person: 'ana' })],
      [
        30,
        (_, act, id) =>
          act.offer(id, 'ana', {
            diagnosis: 'Checksum error on one volume of filer-3',
            actions: 'Ran the backup again; same volume, same error',
            evidence: 'Backup log of both runs',
            nextAction: 'Check the volume and run the backup by hand',
          }),
      ],
      [36, (_, act, id) => act.press(id, 'omar', { type: 'accept' })],
      [50, (desk, _, id) => desk.say(id, 'omar', 'Volume check started, two bad blocks so far.', false)],
    ],
  },
  {
    ticket: {
      title: 'Mail relay rejects invoices',
      description: 'Invoices to three customers come back with "relay denied".',
      type: 'incident',
      priority: 1,
      openedBy: 'carla',
      team: 'contoso-infra',
    },
    moments: [
      [20, (desk, _, id) => desk.change(id, 'bruno', { person: 'bruno' })],
      [
        40,
        (_, act, id) =>
          act.offer(id, 'bruno', {
            diagnosis: 'The relay refuses our new sending address',
            actions: 'Checked our DNS records; they are right',
            evidence: 'One returned message',
            nextAction: 'Allow the new address on the relay',
          }),
      ],
      [
        48,
        (_, act, id) =>
          act.press(id, 'omar', {
            type: 'return',
            guidance: 'We need the address range you send from; the message has none of its headers.',
          }),
      ],
    ],
  },
  {
    ticket: {
      title: 'Printer on floor 2 is offline',
      description: 'The big printer beside the kitchen does not answer.',
      type: 'incident',
      priority: 4,
      openedBy: 'ana',
      team: 'contoso-desk',
    },
    moments: [[90, (desk, _, id) => desk.change(id, 'ana', { person: 'ana' })]],
  },
  {
    ticket: {
      title: 'Laptop for a new colleague',
      description: 'Starts on the first of next month, needs the design set-up.',
      type: 'request',
      priority: 3,
      openedBy: 'carla',
      team: 'contoso-desk',
    },
    moments: [],
  },
];
