import { invoke, view } from '@forge/bridge';
import { Unreachable, type SettingsAnswer, type SettingsAsk, type SettingsBridge } from '@baton/shared/ui';
import { whenSeen } from './whenSeen';

const isKey = /^[A-Z][A-Z0-9_]+-\d+$/;

/** The way to the resolver `settings`. Who is asking, the resolver knows from its own context. */
export async function connectSettings(): Promise<SettingsBridge> {
  const context = await view.getContext().catch(() => undefined);
  const timeZone = context?.timezone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    desk: 'jira',
    ask: ask => askSettings(ask, timeZone),
    addressOf: key => (isKey.test(key) && context?.siteUrl ? `${context.siteUrl}/browse/${key}` : undefined),
    onChange: whenSeen,
  };
}

async function askSettings(ask: SettingsAsk, timeZone: string): Promise<SettingsAnswer> {
  try {
    return (await invoke('settings', { ...ask, viewer: { timeZone } })) as SettingsAnswer;
  } catch (cause) {
    throw new Unreachable(undefined, undefined, cause);
  }
}
