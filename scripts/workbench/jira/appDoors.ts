import type { ForgeHost } from '../forge/forgeHost';
import { modulesOf } from '../forge/manifest';
import type { Account } from './model/accounts';
import type { WorkItem } from './model/workItems';
import { QUEUES } from './pages/appPage';
import { extensionOf, spaceExtension } from './pages/extension';

/** The resolver key of the panel that `ask` calls. */
const PANEL_DOOR = 'panel';
/** The resolver key of the list on the queue page. */
const LIST_DOOR = 'list';

/** What a screen asks of the app, and the action its cost is listed under. */
interface Asked {
  readonly request: unknown;
  readonly action: string | undefined;
}

/** The app's two screens, asked as their pages do. */
export interface AppDoors {
  panel(item: WorkItem, who: Account, asked: Asked): Promise<unknown>;
  list(who: Account, asked: Asked): Promise<unknown>;
}

/** @throws Error from each door where the app has no such screen */
export function appDoors(host: ForgeHost, pageOrigin: string): AppDoors {
  const only = (module: string) => {
    const [found] = modulesOf(host.manifest, module);
    if (!found) throw new Error(`The app has no ${module}`);
    return found;
  };
  const asking = ({ accountId }: Account, { request, action }: Asked) => ({
    ...{ payload: request, accountId },
    ...(action === undefined ? {} : { action }),
  });
  return {
    panel: async (item, who, asked) => {
      const panel = only('jira:issueContext');
      const extension = extensionOf(item, panel, pageOrigin);
      return host.invoke({ moduleKey: panel.key, functionKey: PANEL_DOOR, extension, ...asking(who, asked) });
    },
    list: async (who, asked) => {
      const list = only(QUEUES.module);
      const extension = spaceExtension(list, pageOrigin);
      return host.invoke({ moduleKey: list.key, functionKey: LIST_DOOR, extension, ...asking(who, asked) });
    },
  };
}
