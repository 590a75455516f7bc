import type { SettingsAnswer } from '../../shared/src';

/** Asks the settings of a workbench's Jira as somebody, past the page. */
export async function askSettings(origin: string, person: string, asked: object): Promise<SettingsAnswer> {
  const response = await fetch(`${origin}/jira/panels/baton-admin/invoke?as=${person}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ functionKey: 'settings', payload: { ...asked, viewer: { timeZone: 'UTC' } } }),
  });
  return ((await response.json()) as { result: SettingsAnswer }).result;
}

/** Both parties agree on other sections of what is in force: written, proposed, approved by each, made to count. */
export async function agreeOnJira(origin: string, sections: object): Promise<void> {
  const { view } = await askSettings(origin, 'grace', { type: 'open' });
  const on = view!.versions[0]!.number;
  let expected = view!.revision;
  const steps: [string, object][] = [
    ['grace', { type: 'draft', on, sections: { ...sections, version: on + 1 } }],
    ['grace', { type: 'propose' }],
    ['grace', { type: 'approve' }],
    ['carla', { type: 'approve' }],
    ['carla', { type: 'activate', open: 'keep' }],
  ];
  for (const [person, step] of steps) {
    const answer = await askSettings(origin, person, { ...step, version: on + 1, expected, reason: 'As we said' });
    if (!answer.ok) throw new Error(answer.sentence);
    expected += 1;
  }
}
