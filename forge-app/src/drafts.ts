import type { Draft, PanelDesk } from '@baton/shared';
import { kvs } from '@forge/kvs';
import { storeError } from './platformErrors';

const TWO_WEEKS = { value: 14, unit: 'DAYS' } as const;

const keyOf = (issue: string, accountId: string): string => `draft:${issue}:${accountId}`;

/** Deletes what somebody had typed for a work item. @throws DeskError */
export const forgetDraft = (issue: string, accountId: string): Promise<void> =>
  storeError(kvs.delete(keyOf(issue, accountId)));

/** What somebody typed for a work item and did not send, kept for two weeks. */
export function draftsOf(issue: string, accountId: string): PanelDesk['drafts'] {
  const key = keyOf(issue, accountId);
  return {
    get: () => storeError(kvs.get<Draft>(key)),
    set: fields =>
      fields ? storeError(kvs.set(key, { fields, at: Date.now() }, { ttl: TWO_WEEKS })) : forgetDraft(issue, accountId),
  };
}
