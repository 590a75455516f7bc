import { hashing, loudest, panelView, stateWord, unopened } from '@baton/shared';
import { readDirectory } from './directoryStore';
import { forgeLedger } from './forgeLedger';

/** Jira's own colours for the collapsed panel. */
const types: Readonly<Record<string, string>> = {
  offered: 'new',
  held: 'inprogress',
  'at risk': 'moved',
  'no handoff': 'moved',
  breached: 'removed',
  met: 'success',
};

/**
 * The lozenge in the panel's header: the panel's loudest, without its minutes, since Jira asks for it only once a page.
 */
async function lozengeOf(issueId: string, now: number) {
  const directory = await readDirectory();
  const ledger = await forgeLedger(hashing()).load(issueId);
  const view = panelView({
    state: ledger?.page.state ?? unopened,
    facts: [],
    texts: {},
    directory,
    viewer: { timeZone: 'UTC', desk: 'jira' },
    now,
  });
  const shown = loudest(view);
  return shown && { type: 'lozenge', value: { label: stateWord(shown), type: types[shown.tone] ?? 'default' } };
}

/** Called by Jira for the collapsed panel; a failure shows no lozenge rather than a wrong one. */
export async function onLozenge(request: unknown): Promise<unknown> {
  const id = (request as { extension?: { issue?: { id?: string } } } | null)?.extension?.issue?.id;
  if (id === undefined) return {};
  const status = await lozengeOf(id, Date.now()).catch(() => undefined);
  return status ? { status } : {};
}
