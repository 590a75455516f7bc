import { factsOn, type Directory, type TicketFacts } from '@baton/shared';
import { asApp, route } from '@forge/api';
import { z } from 'zod';
import { restAnswer } from './platformErrors';
import { fieldWord } from './fieldWord';

const answerSchema = z.looseObject({ fields: z.record(z.string(), z.unknown()) });

/** What the fields that the agreement names say of a work item; where it names none, nothing is asked. @throws DeskError */
export async function agreedFacts(directory: Directory, id: string): Promise<Partial<TicketFacts>> {
  const fields = Object.values(directory.facts?.jira ?? {});
  if (fields.length === 0) return {};
  const call = asApp().requestJira(route`/rest/api/3/issue/${id}?fields=${fields.join(',')}`);
  const { fields: values } = answerSchema.parse(await restAnswer(call, `reading work item ${id}`));
  return factsOn(directory, 'jira', field => fieldWord(values[field]));
}
