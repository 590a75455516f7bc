import { DeskError, isResolvedStatus, type Directory } from '@baton/shared';
import { asApp, route } from '@forge/api';
import { z } from 'zod';
import { TRACE } from './internalComments';
import { restAnswer } from './platformErrors';

const transitionsSchema = z.looseObject({
  transitions: z.array(z.looseObject({ id: z.string(), to: z.looseObject({ name: z.string() }) })),
});

/** The first transition that leads to a status which means resolved. @throws DeskError */
async function transitionOf(id: string, directory: Directory): Promise<string> {
  const known = asApp().requestJira(route`/rest/api/3/issue/${id}/transitions`);
  const { transitions } = transitionsSchema.parse(await restAnswer(known, 'reading transitions'));
  const found = transitions.find(({ to }) => isResolvedStatus(directory, 'jira', to.name));
  if (found) return found.id;
  throw new DeskError('refused', `No transition of work item ${id} leads to a resolved status.`);
}

async function resolve(id: string, directory: Directory): Promise<void> {
  const body = JSON.stringify({ transition: { id: await transitionOf(id, directory) } });
  const headers = { 'Content-Type': 'application/json', ...TRACE };
  const call = asApp().requestJira(route`/rest/api/3/issue/${id}/transitions`, { method: 'POST', headers, body });
  await restAnswer(call, 'resolving the work item');
}

/** Resolves a work item. Where its workflow does not let it, a person has to: with a line for the admin. @throws DeskError */
export async function resolveWorkItem(id: string, directory: Directory): Promise<void> {
  await resolve(id, directory).catch((error: unknown) => {
    if (!(error instanceof DeskError) || error.code !== 'refused') throw error;
    console.warn(error.message);
  });
}
