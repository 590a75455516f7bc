import { DeskError } from '@baton/shared';
import { asUser, route } from '@forge/api';
import { z } from 'zod';
import { restAnswer } from './platformErrors';

/** A transition of a workflow that carries Baton's validator. */
export interface ValidatorUse {
  readonly workflow: string;
  readonly transition: string;
}

/** How Jira names the validator of manifest.yml: the app and the installation stand before it. */
const OURS = /^ari:cloud:ecosystem::extension\/.*\/baton-guard$/;
const PER_PAGE = 50;
/** No site has more workflows than this many pages; a broken answer ends here. */
const MOST_PAGES = 40;

const validator = z.looseObject({ parameters: z.looseObject({ key: z.string().catch('') }).catch({ key: '' }) });
const transition = z.looseObject({ name: z.string().catch('a transition'), validators: z.array(validator).catch([]) });
const pageSchema = z.looseObject({
  isLast: z.boolean().catch(true),
  values: z.array(z.looseObject({ name: z.string(), transitions: z.array(transition).catch([]) })),
});

const usesIn = ({ values }: z.infer<typeof pageSchema>): readonly ValidatorUse[] =>
  values.flatMap(({ name: workflow, transitions }) =>
    transitions
      .filter(({ validators }) => validators.some(({ parameters }) => OURS.test(parameters.key)))
      .map(({ name }) => ({ workflow, transition: name })),
  );

async function readPage(page: number): Promise<z.infer<typeof pageSchema>> {
  const path = route`/rest/api/3/workflows/search?expand=values.transitions&maxResults=${PER_PAGE}&startAt=${page * PER_PAGE}`;
  const answer = pageSchema.safeParse(await restAnswer(asUser().requestJira(path), 'reading the workflows'));
  if (answer.success) return answer.data;
  throw new DeskError('unexpected', `Jira's workflows lack ${answer.error.issues[0]?.path.join('.') ?? 'a field'}.`);
}

/**
 * Every transition that carries Baton's validator, as the acting administrator may see it. It lets nobody pass once
 * the app is gone, so that it has to be taken off before. @throws DeskError
 */
export async function validatorUses(): Promise<readonly ValidatorUse[]> {
  const uses: ValidatorUse[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read = await readPage(page);
    uses.push(...usesIn(read));
    if (read.isLast) break;
  }
  return uses;
}
