import type { AppModule } from '../../forge/manifest';
import { ISSUE_TYPES, known, PROJECT } from '../model/site';
import type { WorkItem } from '../model/workItems';

/** What a module on a work item is told about where it stands. */
export function extensionOf(item: WorkItem, module: AppModule, pageOrigin: string) {
  const type = known(ISSUE_TYPES, item.type);
  return {
    type: module.type,
    issue: { id: item.id, key: item.key, type: type.name, typeId: type.id },
    project: { id: PROJECT.id, key: PROJECT.key, type: PROJECT.projectTypeKey },
    location: `${pageOrigin}/jira/browse/${item.key}`,
  };
}

/** What a module on a page of the space is told, where no work item is shown. */
export const spaceExtension = (module: AppModule, pageOrigin: string) => ({
  type: module.type,
  project: { id: PROJECT.id, key: PROJECT.key, type: PROJECT.projectTypeKey },
  location: `${pageOrigin}/jira/queue`,
});
