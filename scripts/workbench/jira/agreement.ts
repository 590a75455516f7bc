import type { ForgeHost } from '../forge/forgeHost';
import type { AppModule } from '../forge/manifest';

/** The resolver key of the app's settings page that takes a whole agreement. */
const AGREEMENT_DOOR = 'agreement';
const SETTINGS_PAGES = ['jira:adminPage', 'jira:projectSettingsPage'];

export interface HandOver {
  /** The agreement document as text; nothing happens when it is empty. */
  agreement: string;
  /** Addresses and keys by channel, as JSON; nothing is entered without. */
  channelSecrets?: string | undefined;
  accountId: string;
  log(line: string): void;
}

/** Gives the app its agreement through its settings page, as an administrator importing a file would. */
export async function handOverAgreement(host: ForgeHost, given: HandOver): Promise<void> {
  const { agreement, channelSecrets = '{}', accountId, log } = given;
  if (agreement === '') return;
  const page = host.manifest.modules.find((module: AppModule) => SETTINGS_PAGES.includes(module.type));
  if (!page) return log('The app has no settings page that could take the agreement');
  const enter = async (payload: object, what: string) => {
    const call = { moduleKey: page.key, functionKey: AGREEMENT_DOOR, payload, accountId, action: `import ${what}` };
    const answer = await host.invoke({ ...call, extension: { type: page.type } });
    const { ok, sentence } = (answer ?? {}) as { ok?: boolean; sentence?: string };
    if (ok === false) log(`The app refused the ${what}: ${sentence}`);
  };
  await enter({ type: 'save', text: agreement }, 'agreement');
  const agreed = JSON.parse(agreement) as { sources?: Record<string, object> };
  for (const [channel, secret] of Object.entries(JSON.parse(channelSecrets) as Record<string, object>)) {
    const isSource = agreed.sources?.[channel] !== undefined;
    if (isSource) await enter({ type: 'source', source: channel, ...secret }, 'source');
    else await enter({ type: 'channel', channel, ...secret }, 'channel');
  }
}
