import { browserDrafts, Unreachable, type Bridge, type PanelAnswer, type PanelRequest } from '@baton/shared/ui';
import { agentOnPage, ticketOnPage, type FdkClient } from './fdkClient';
import { nativeClaim } from './nativeClaim';

const refreshing = ['app.activated', 'ticket.propertiesUpdated'];

/** The way to the server method `panel`. Who is asking is what the page says; the server checks it. */
export async function connect(client: FdkClient): Promise<Bridge> {
  const [ticket, person] = await Promise.all([ticketOnPage(client), agentOnPage(client)]);
  const viewer = { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, person };
  const claim = nativeClaim(client);
  return {
    desk: 'freshservice',
    ask: async ask => {
      const answer = await askPanel(client, { ...ask, viewer, ticket } as PanelRequest);
      claim.seen(answer.view);
      return answer;
    },
    onChange: listener => listen(client, listener),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    draftStore: browserDrafts(`baton.draft.${ticket}`),
    prepare: ask => claim.before(ask),
  };
}

async function askPanel(client: FdkClient, request: PanelRequest): Promise<PanelAnswer> {
  try {
    const { response } = await client.request.invoke('panel', { request });
    return (typeof response === 'string' ? JSON.parse(response) : response) as PanelAnswer;
  } catch (cause) {
    if (statusOf(cause) === 413) return tooLong;
    throw noAnswer(cause);
  }
}

/** Freshservice turned it away before the server could, so the words are those that the server would have said. */
const tooLong: PanelAnswer = {
  ok: false,
  code: 'packet-too-large',
  sentence: 'The handoff is longer than 8 KB.',
  remedy: 'Shorten it, or attach the long parts.',
};

const statusOf = (cause: unknown): unknown => (Object(cause) as { readonly status?: unknown }).status;

function noAnswer(cause: unknown): Unreachable {
  if (statusOf(cause) !== 429) return new Unreachable(undefined, undefined, cause);
  const remedy = 'Try again in a minute. Nothing you typed is lost.';
  return new Unreachable('Freshservice takes no more requests just now', remedy, cause);
}

/** The FDK has no way to stop listening, so a listener that has gone is passed over. */
function listen(client: FdkClient, listener: () => void): () => void {
  let isListening = true;
  for (const name of refreshing) {
    client.events.on(name, () => {
      if (isListening) listener();
    });
  }
  return () => {
    isListening = false;
  };
}
