import { answerSettings, settingsRequestSchema, type SettingsAnswer, type SettingsDesk } from '@baton/shared';
import { agreementBook } from './agreementBook';
import { baselines } from './baselines';
import { readPresence } from './directoryStore';
import { isSiteAdmin } from './jiraDesk';
import { readNamed } from './namedWorkItem';
import { openRows } from './rowQueries';
import { beginMoving, readProgress } from './moveOpen';
import { setupDesk } from './setupDesk';
import { log } from './ticketDesk';

interface Call {
  readonly payload: unknown;
  readonly context: { readonly accountId?: string };
}

const badRequest: SettingsAnswer = {
  ok: false,
  code: 'bad-request',
  sentence: 'The settings sent something Baton does not understand.',
  remedy: 'Reload the page; an older one may still be open.',
};

/** Who asks is the runtime's word, so that whoever reaches a page of settings without being let in gains nothing. */
const settingsDesk = (accountId: string, timeZone: string): SettingsDesk => ({
  name: 'jira',
  now: Date.now(),
  asking: { native: accountId, timeZone, known: 'platform', isAdmin: () => isSiteAdmin().catch(() => false) },
  presence: readPresence,
  book: agreementBook,
  setup: setupDesk,
  moving: { begin: beginMoving, progress: readProgress },
  baselines,
  tickets: { open: openRows, named: readNamed },
  log,
});

/** Answers one request of the settings page; never throws. */
export function settings({ payload, context: { accountId } }: Call): SettingsAnswer | Promise<SettingsAnswer> {
  const request = settingsRequestSchema.safeParse(payload);
  if (!request.success || accountId === undefined) return badRequest;
  return answerSettings(settingsDesk(accountId, request.data.viewer.timeZone), request.data);
}
