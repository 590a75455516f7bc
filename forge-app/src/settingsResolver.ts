import { answerSettings, everybodyThere, settingsRequestSchema, type SettingsAnswer } from '@baton/shared';
import { agreementBook } from './agreementBook';
import { isSiteAdmin } from './jiraDesk';
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
export async function settings({ payload, context: { accountId } }: Call): Promise<SettingsAnswer> {
  const request = settingsRequestSchema.safeParse(payload);
  if (!request.success || accountId === undefined) return badRequest;
  const { timeZone } = request.data.viewer;
  const asking = { native: accountId, timeZone, isAdmin: () => isSiteAdmin().catch(() => false) };
  const now = Date.now();
  return answerSettings(
    { name: 'jira', now, asking, presence: everybodyThere, book: agreementBook, log },
    request.data,
  );
}
