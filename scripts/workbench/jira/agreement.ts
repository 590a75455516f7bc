import type { ForgeHost } from '../forge/forgeHost';
import type { AppModule } from '../forge/manifest';

/** The resolver keys of the app's settings page: for the agreement, and for what an administrator keeps for it. */
const [AGREEMENT_DOOR, DESK_DOOR] = ['settings', 'desk'];
const SETTINGS_PAGES = ['jira:adminPage', 'jira:projectSettingsPage'];

export interface HandOver {
  /** The agreement document as text; nothing happens when it is empty. */
  agreement: string;
  /** Addresses and keys by channel, as JSON; nothing is entered without. */
  channelSecrets?: string | undefined;
  accountId: string;
  log(line: string): void;
}

interface Answer {
  readonly ok?: boolean;
  readonly sentence?: string;
  readonly view?: { readonly revision: number; readonly versions: readonly { readonly number: number }[] };
}

type Enter = (payload: object, what: string, door?: string) => Promise<Answer>;

/** As an administrator does who begins: a first text, put in force. Where one is in force already, it stays. */
async function begin(enter: Enter, agreement: string): Promise<void> {
  const viewer = { timeZone: 'UTC' };
  const { view } = await enter({ type: 'open', viewer }, 'agreement', AGREEMENT_DOOR);
  if (!view || view.versions.length > 0) return;
  const act = { viewer, version: 1, reason: 'What both parties agreed before' };
  const sections = { ...(JSON.parse(agreement) as object), version: 1 };
  const drafted = await enter({ ...act, type: 'draft', expected: 0, sections }, 'agreement', AGREEMENT_DOOR);
  if (drafted.ok) await enter({ ...act, type: 'adopt', expected: 1 }, 'agreement', AGREEMENT_DOOR);
}

/** Gives the app its agreement through its settings page, as an administrator importing a file would. */
export async function handOverAgreement(host: ForgeHost, given: HandOver): Promise<void> {
  const { agreement, channelSecrets = '{}', accountId, log } = given;
  if (agreement === '') return;
  const page = host.manifest.modules.find((module: AppModule) => SETTINGS_PAGES.includes(module.type));
  if (!page) return log('The app has no settings page that could take the agreement');
  const enter: Enter = async (payload, what, functionKey = DESK_DOOR) => {
    const call = { moduleKey: page.key, functionKey, payload, accountId, action: `import ${what}` };
    const answer = ((await host.invoke({ ...call, extension: { type: page.type } })) ?? {}) as Answer;
    if (answer.ok === false) log(`The app refused the ${what}: ${answer.sentence}`);
    return answer;
  };
  await begin(enter, agreement);
  const agreed = JSON.parse(agreement) as { sources?: Record<string, object> };
  for (const [channel, secret] of Object.entries(JSON.parse(channelSecrets) as Record<string, object>)) {
    const isSource = agreed.sources?.[channel] !== undefined;
    if (isSource) await enter({ type: 'source', source: channel, ...secret }, 'source');
    else await enter({ type: 'channel', channel, ...secret }, 'channel');
  }
}
