import type { Draft, PanelDesk } from '@baton/shared';
import { ifFound, platformAnswer } from './platformErrors';

const TWO_WEEKS = 14 * 86_400;

const keyOf = (ticket: string, agent: string): string => `d:${ticket}:${agent}`.slice(0, 60);

/** Deletes what an agent (native id) had typed for a ticket. @throws DeskError */
export async function forgetDraft(ticket: string, agent: string): Promise<void> {
  await ifFound($db.delete(keyOf(ticket, agent)), 'deleting a draft');
}

/** What an agent (native id) typed for a ticket and did not send, kept for two weeks. */
export function draftsOf(ticket: string, agent: string): PanelDesk['drafts'] {
  const key = keyOf(ticket, agent);
  return {
    get: async () => {
      const kept = (await ifFound($db.get(key), 'reading a draft')) as { draft?: string } | undefined;
      return kept?.draft === undefined ? undefined : (JSON.parse(kept.draft) as Draft);
    },
    set: async fields => {
      // One string, since the store turns empty texts into null.
      const draft = JSON.stringify({ fields, at: Date.now() });
      if (fields) await platformAnswer($db.set(key, { draft }, { ttl: TWO_WEEKS }), 'keeping a draft');
      else await forgetDraft(ticket, agent);
    },
  };
}
