import { DeskError, priorityOf, sourceOf, workTypeOf, type Directory, type TicketOrder } from '@baton/shared';
import { asApp, route } from '@forge/api';
import { z } from 'zod';
import { TRACE } from './internalComments';
import { restAnswer } from './platformErrors';

const named = z.looseObject({ id: z.string(), name: z.string() });
const typesSchema = z.looseObject({ issueTypes: z.array(named) });
const fieldsSchema = z.looseObject({
  fields: z.array(z.looseObject({ fieldId: z.string(), allowedValues: z.array(named).optional().catch(undefined) })),
});
const createdSchema = z.looseObject({ id: z.string() });

type Named = z.infer<typeof named>;

/** Where the agreement says that a source's work items are opened. @throws DeskError */
function spaceOf(directory: Directory, name: string): string {
  const source = sourceOf(directory, name);
  const space = source?.kind === 'alerts' ? source.jira?.space : undefined;
  if (space !== undefined) return space;
  throw new DeskError('refused', `Source ${name} names no space of Jira: add jira.space to it in the agreement.`);
}

/** The type of a space that means this kind of work. @throws DeskError */
async function typeIn(directory: Directory, space: string, workType: string): Promise<Named> {
  const call = asApp().requestJira(route`/rest/api/3/issue/createmeta/${space}/issuetypes`);
  const { issueTypes } = typesSchema.parse(await restAnswer(call, `reading the work types of space ${space}`));
  const found = issueTypes.find(({ name }) => workTypeOf(directory, 'jira', name) === workType);
  if (found) return found;
  throw new DeskError('refused', `Space ${space} has no work type that is a ${workType} by the agreement.`);
}

/** The space's own priority for one of the agreement's; undefined where its form has none. @throws DeskError */
async function priorityIn(directory: Directory, space: string, type: string, priority: number) {
  const call = asApp().requestJira(route`/rest/api/3/issue/createmeta/${space}/issuetypes/${type}`);
  const { fields } = fieldsSchema.parse(await restAnswer(call, `reading the fields of space ${space}`));
  const allowed = fields.find(({ fieldId }) => fieldId === 'priority')?.allowedValues ?? [];
  return allowed.find(({ name }) => priorityOf(directory, 'jira', name) === priority);
}

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** Opens a work item, which nobody has yet; its id. @throws DeskError */
export async function openWorkItem(directory: Directory, order: TicketOrder): Promise<string> {
  const space = spaceOf(directory, order.source);
  const type = await typeIn(directory, space, order.workType);
  const priority = await priorityIn(directory, space, type.id, order.priority);
  const fields = {
    project: { key: space },
    issuetype: { id: type.id },
    summary: order.title,
    description: { type: 'doc', version: 1, content: order.lines.map(paragraph) },
    ...(priority ? { priority: { id: priority.id } } : {}),
  };
  const headers = { 'Content-Type': 'application/json', ...TRACE };
  const call = asApp().requestJira(route`/rest/api/3/issue`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ fields }),
  });
  return createdSchema.parse(await restAnswer(call, `opening a work item in space ${space}`)).id;
}
