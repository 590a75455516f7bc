import type { Finding } from '../finding';
import { entityRules } from './entityRules';
import { folderRules } from './folderRules';
import { iparamRules } from './iparamRules';
import { libraryRules } from './libraryRules';
import { lintScripts } from './lint';
import { manifestRules } from './manifestRules';
import { pageRules } from './pageRules';
import { requestRules } from './requestRules';
import type { Rule } from './rule';
import { strictRules } from './strictRules';
import { StagedApp } from './stagedApp';

/** The platform's documented rules, one entry each. */
const fdkRules: readonly Rule[] = [
  ...manifestRules,
  ...pageRules,
  ...libraryRules,
  ...folderRules,
  ...requestRules,
  ...iparamRules,
  ...entityRules,
  ...strictRules,
];

/** What the platform's rules say about an app folder, without its scripts. */
export function fdkFindings(folder: string): Finding[] {
  const app = new StagedApp(folder);
  return fdkRules.flatMap(entry => entry.holds(app));
}

/** Everything `fdk validate` is known to look at, rules and lint. */
export async function validateFdkApp(folder: string): Promise<Finding[]> {
  return [...fdkFindings(folder), ...(await lintScripts(new StagedApp(folder)))];
}
