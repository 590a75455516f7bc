import { browserDrafts, type Bridge, type PanelAnswer, type PanelRequest } from '@baton/shared/ui';
import { agentOnPage, ticketOnPage, type FdkClient } from './fdkClient';
import { nativeClaim } from './nativeClaim';
import { invoke, listen, noAnswer, statusOf } from './serverMethod';

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
    onChange: listener => listen(client, refreshing, listener),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    draftStore: browserDrafts(`baton.draft.${ticket}`),
    prepare: ask => claim.before(ask),
  };
}

async function askPanel(client: FdkClient, request: PanelRequest): Promise<PanelAnswer> {
  try {
    return await invoke<PanelAnswer>(client, 'panel', request);
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
