import { events, invoke, requestJira, router, showFlag, view } from '@forge/bridge';

/** The probe's panel: shows what the bridge answers, and offers what only a click can try. */

const list = document.getElementById('list') as HTMLUListElement;
const show = (name: string, value: unknown) => {
  const line =
    document.getElementById(name) ?? list.appendChild(Object.assign(document.createElement('li'), { id: name }));
  line.textContent = `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
};
const button = (text: string, work: () => Promise<unknown>) => {
  const made = Object.assign(document.createElement('button'), { textContent: text });
  made.addEventListener('click', () => void work().catch((cause: Error) => show('failure', cause.message)));
  document.body.append(made);
};

interface Issue {
  fields: { assignee: { displayName: string } | null };
}

async function look(): Promise<void> {
  const { value } = (await invoke('whoAmI')) as { value: { accountId: string; issue: { key: string } } };
  show('accountId', value.accountId);
  show('issue', value.issue.key);
  const issue = (await (await requestJira('/rest/api/3/issue/' + value.issue.key)).json()) as Issue;
  show('assignee', issue.fields.assignee?.displayName ?? 'nobody');
}

async function start(): Promise<void> {
  await view.theme.enable();
  const { moduleKey, timezone, theme } = await view.getContext();
  show('module', `${moduleKey} in ${timezone}, ${(theme as { colorMode?: string } | null)?.colorMode}`);
  await events.on('JIRA_ISSUE_CHANGED', change => {
    show('change', change);
    void look();
  });
  await look();
}

button('Grow', async () => list.append(...[1, 2, 3, 4, 5, 6].map(() => document.createElement('hr'))));
button('Shrink', async () => document.querySelectorAll('hr').forEach(line => line.remove()));
button('Flag', async () => {
  showFlag({
    id: 'probe',
    title: 'A flag',
    type: 'success',
    description: 'From the panel',
    actions: [{ text: 'Tell', onClick: () => show('told', 'yes') }],
  });
});
button('Modal', () => view.createHistory());
button('Refresh', () => view.refresh());
button('Next', () => router.navigate('/browse/SUP-1'));
void start();
