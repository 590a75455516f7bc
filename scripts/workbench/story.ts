import type { FormView, PanelAnswer } from '@baton/shared';
import type { SeedTicket, WorkbenchDesk } from './desk';
import type { RunningWorkbench } from './runningWorkbench';

/** A moment of the story: minutes after its beginning, and what then happens on one desk. */
type Moment = readonly [minute: number, happens: (desk: WorkbenchDesk, act: Acting, id: string) => Promise<unknown>];

interface Tale {
  readonly ticket: SeedTicket;
  readonly moments: readonly Moment[];
}

/** How people of the story press the panel's buttons. */
interface Acting {
  offer(id: string, person: string, packet: Packet): Promise<void>;
  press(id: string, person: string, request: object): Promise<void>;
}

interface Packet {
  readonly diagnosis: string;
  readonly actions: string;
  readonly evidence: string;
  readonly nextAction: string;
}

/** Minutes the story lasts; it ends now. */
export const STORY_MINUTES = 175;

const tales: readonly Tale[] = [
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
      [140, (desk, _, id) => desk.say(id, 'ana', 'Packet capture shows the far end closing the tunnel.', false)],
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

const textOfInstant = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

function acting(workbench: RunningWorkbench, desk: WorkbenchDesk): Acting {
  let pressed = 0;
  const ask = async (id: string, person: string, request: object): Promise<PanelAnswer> => {
    const viewer = { timeZone: 'UTC' };
    const actId = `story-${desk.name}-${id}-${(pressed += 1)}`;
    const answer = (await desk.ask(id, person, { viewer, actId, ...request }, 'story')) as PanelAnswer;
    if (!answer.ok) throw new Error(`${desk.name} ${id}: ${answer.sentence} ${JSON.stringify(answer.fields ?? {})}`);
    return answer;
  };
  return {
    press: async (id, person, request) => void (await ask(id, person, request)),
    offer: async (id, person, packet) => {
      const answer = await ask(id, person, { type: 'form' });
      const form = answer.ok ? answer.form : undefined;
      if (!form) throw new Error(`${desk.name} ${id}: there is no form to fill`);
      await ask(id, person, { type: 'offer', fields: fieldsOf(form, packet, workbench.services.clock.now()) });
    },
  };
}

const fieldsOf = (form: FormView, packet: Packet, now: number) => ({
  ...packet,
  receiver: form.receiver.value,
  reason: form.reason.value,
  deadline: form.deadline.value || textOfInstant(now + 60 * 60_000),
});

const startOf = (tale: Tale): number => Math.max(0, (tale.moments[0]?.[0] ?? 150) - 15);

/** Tells the seeded story on both desks, minute by minute, so that it ends where the workbench's clock should start. */
export async function tellStory(workbench: RunningWorkbench, begin: number): Promise<void> {
  const { clock } = workbench.services;
  const steps = workbench.desks.flatMap(desk => {
    const act = acting(workbench, desk);
    return tales.flatMap(tale => {
      const told: { id?: string } = {};
      const create = async () => {
        told.id = await desk.create(tale.ticket);
      };
      return [
        { minute: startOf(tale), run: create },
        ...tale.moments.map(([minute, happens]) => ({ minute, run: () => happens(desk, act, told.id ?? '') })),
      ];
    });
  });
  for (const { minute, run } of steps.sort((a, b) => a.minute - b.minute)) {
    await clock.jump(begin + minute * 60_000);
    await workbench.settle();
    await run();
    await workbench.settle();
  }
  await clock.jump(begin + STORY_MINUTES * 60_000);
  await workbench.settle();
}
