import type { SettingsAnswer, SettingsAsk, SettingsBridge } from '@baton/shared/ui';
import { agentOnPage, hostAddress, type FdkClient } from './fdkClient';
import { invoke, listen, noAnswer } from './serverMethod';

const isKey = /^\d{1,15}$/;

/** The way to the server method `settings`. Who is asking is what the page says; what binds waits for their own note. */
export async function connectSettings(client: FdkClient): Promise<SettingsBridge> {
  const [person, host] = await Promise.all([agentOnPage(client), hostAddress(client)]);
  const viewer = { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, person };
  return {
    desk: 'freshservice',
    ask: ask => askSettings(client, { ...ask, viewer }),
    addressOf: key => (isKey.test(key) && host !== '' ? `${host}/a/tickets/${key}` : undefined),
    onChange: listener => listen(client, ['app.activated'], listener),
  };
}

async function askSettings(
  client: FdkClient,
  request: SettingsAsk & { readonly viewer: object },
): Promise<SettingsAnswer> {
  try {
    return await invoke<SettingsAnswer>(client, 'settings', request);
  } catch (cause) {
    throw noAnswer(cause);
  }
}
