import { events, invoke, view } from '@forge/bridge';
import { browserDrafts, Unreachable, type Bridge, type PanelAnswer, type PanelAsk } from '@baton/shared/ui';
import { whenSeen } from './whenSeen';

/** The event Jira sends a few seconds after a work item on the page has changed. */
const CHANGED = 'JIRA_ISSUE_CHANGED';
/** Jira may tell the page before it tells the app: the panel looks once more so many ms later. */
const ONCE_MORE = 4000;

/**
 * The way to the resolver `panel`. What the page says about itself (time zone, work item) only chooses words and the place
 * of a draft; who is asking and about what, the resolver knows from its own context.
 */
export async function connect(): Promise<Bridge> {
  const context = await view.getContext().catch(() => undefined);
  const issue = String(context?.extension['issue']?.id ?? '');
  const viewer = { timeZone: context?.timezone || Intl.DateTimeFormat().resolvedOptions().timeZone };
  return {
    desk: 'jira',
    ask: ask => askPanel({ ...ask, viewer }),
    onChange: listener => listen(issue, listener),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    draftStore: browserDrafts(`baton.draft.${issue}`),
  };
}

async function askPanel(request: PanelAsk & { readonly viewer: { readonly timeZone: string } }): Promise<PanelAnswer> {
  try {
    return (await invoke('panel', request)) as PanelAnswer;
  } catch (cause) {
    throw new Unreachable(undefined, undefined, cause);
  }
}

/** Calls back for this work item, and when somebody comes back to a page that was out of sight. */
function listen(issue: string, listener: () => void): () => void {
  let later: ReturnType<typeof setTimeout> | undefined;
  const changed = events.on(CHANGED, payload => {
    if (payload?.issueId && String(payload.issueId) !== issue) return;
    listener();
    clearTimeout(later);
    later = setTimeout(listener, ONCE_MORE);
  });
  const stop = whenSeen(listener);
  return () => {
    stop();
    clearTimeout(later);
    changed.then(
      subscription => subscription.unsubscribe(),
      () => undefined,
    );
  };
}
