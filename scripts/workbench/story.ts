import type { FormView, PanelAnswer } from '@baton/shared';
import type { WorkbenchDesk } from './desk';
import type { RunningWorkbench } from './runningWorkbench';
import { STORY_MINUTES, tales, type Acting, type Packet, type Tale } from './tales';

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
