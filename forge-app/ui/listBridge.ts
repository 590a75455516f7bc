import { invoke, router, view } from '@forge/bridge';
import { Unreachable, type ListAnswer, type ListAsk, type ListBridge } from '@baton/shared/ui';
import { whenSeen } from './whenSeen';

/** The way to the resolver `list`. Who is asking, the resolver knows from its own context. */
export async function connectList(): Promise<ListBridge> {
  const context = await view.getContext().catch(() => undefined);
  const timeZone = context?.timezone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    desk: 'jira',
    ask: ask => askList(ask, timeZone),
    onChange: whenSeen,
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    addressOf: ({ label }) => `${context?.siteUrl ?? ''}/browse/${label}`,
    open: ({ label }) => void router.navigate({ target: 'issue', issueKey: label }).catch(() => undefined),
  };
}

async function askList(ask: ListAsk, timeZone: string): Promise<ListAnswer> {
  try {
    return (await invoke('list', { ...ask, viewer: { timeZone } })) as ListAnswer;
  } catch (cause) {
    throw new Unreachable(undefined, undefined, cause);
  }
}
