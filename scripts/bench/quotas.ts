import type { DeskName, QuotaName } from './benchDesk';

/** A platform's quota a minute, and what of an action it counts. */
export interface Quota {
  readonly name: QuotaName;
  readonly words: string;
  readonly perMinute: number;
  /** The bench drives the host at the quota divided by this, and multiplies what was carried. */
  readonly scale: number;
  readonly counts: readonly string[];
  /** Whether only what starts in the panel counts, not events. */
  readonly isOfPanel?: true;
}

const keyValue = ['storage.read', 'storage.write', 'storage.query'];

/** The quotas of both platforms, as documented; see README for what only a tenant can settle. */
export const quotas: Record<DeskName, readonly Quota[]> = {
  freshservice: [
    {
      name: 'serverMethodsPerMinute',
      words: 'server methods',
      perMinute: 50,
      scale: 1,
      counts: ['invocation'],
      isOfPanel: true,
    },
    { name: 'keyValuePerMinute', words: 'key-value calls', perMinute: 50, scale: 1, counts: keyValue },
    {
      name: 'entitiesPerMinute',
      words: 'entity calls',
      perMinute: 250,
      scale: 1,
      counts: ['entity.read', 'entity.write'],
    },
    { name: 'requestsPerMinute', words: 'requests', perMinute: 50, scale: 1, counts: ['desk.read', 'desk.write'] },
  ],
  jira: [
    { name: 'invocations', words: 'invocations', perMinute: 1_200, scale: 40, counts: ['invocation'] },
    {
      name: 'storageReads',
      words: 'read units of 10 KB',
      perMinute: 4_000,
      scale: 40,
      counts: ['storage.read', 'storage.query'],
    },
    { name: 'storageWrites', words: 'write units of 10 KB', perMinute: 4_000, scale: 40, counts: ['storage.write'] },
  ],
};
