import { answerPanel, failed, panelRequestSchema, type PanelAnswer, type PanelRequest } from '@baton/shared';
import Resolver from '@forge/resolver';
import { readDirectory } from './directoryStore';
import { readIssueAsUser } from './jiraDesk';
import { log, ticketDesk } from './ticketDesk';

interface Call {
  readonly payload: unknown;
  readonly context: { readonly accountId?: string; readonly extension?: { readonly issue?: { readonly id?: string } } };
}

const badRequest: PanelAnswer = {
  ok: false,
  code: 'bad-request',
  sentence: 'The panel sent something Baton does not understand.',
  remedy: 'Reload the page; an older panel may still be open.',
};

async function answer(request: PanelRequest, { context }: Call): Promise<PanelAnswer> {
  const id = context.extension?.issue?.id;
  if (id === undefined || context.accountId === undefined) return badRequest;
  // The work item in the context is a claim; reading it as the person proves that they may see it.
  const [issue, directory] = await Promise.all([readIssueAsUser(id), readDirectory()]);
  return answerPanel(ticketDesk(issue, directory, context.accountId, request.viewer.timeZone), issue.id, request);
}

async function panel(call: Call): Promise<PanelAnswer> {
  const request = panelRequestSchema.safeParse(call.payload);
  if (!request.success) return badRequest;
  try {
    return await answer(request.data, call);
  } catch (error) {
    return failed({ log }, error);
  }
}

/** The panel's only door. */
export const panelResolver = new Resolver().define('panel', panel as never).getDefinitions();
