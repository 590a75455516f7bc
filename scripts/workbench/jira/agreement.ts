import type { ForgeHost } from '../forge/forgeHost';
import type { AppModule } from '../forge/manifest';

/** The resolver key of the app's settings page that takes a whole agreement. */
const AGREEMENT_DOOR = 'agreement';
const SETTINGS_PAGES = ['jira:adminPage', 'jira:projectSettingsPage'];

export interface HandOver {
  /** The agreement document as text; nothing happens when it is empty. */
  agreement: string;
  accountId: string;
  log(line: string): void;
}

/** Gives the app its agreement through its settings page, as an administrator importing a file would. */
export async function handOverAgreement(host: ForgeHost, { agreement, accountId, log }: HandOver): Promise<void> {
  if (agreement === '') return;
  const page = host.manifest.modules.find((module: AppModule) => SETTINGS_PAGES.includes(module.type));
  if (!page) return log('The app has no settings page that could take the agreement');
  const answer = await host.invoke({
    moduleKey: page.key,
    functionKey: AGREEMENT_DOOR,
    payload: { type: 'save', text: agreement },
    accountId,
    extension: { type: page.type },
    action: 'import agreement',
  });
  const { ok, sentence } = (answer ?? {}) as { ok?: boolean; sentence?: string };
  if (ok === false) log(`The app refused the agreement: ${sentence}`);
}
