import type { ListAnswer, ListAsk, ListBridge } from '@baton/shared/ui';
import { agentOnPage, hostAddress, type FdkClient } from './fdkClient';
import { invoke, listen, noAnswer } from './serverMethod';

/** The way to the server method `list`. Who is asking is what the page says; the server checks it. */
export async function connectList(client: FdkClient): Promise<ListBridge> {
  const [person, host] = await Promise.all([agentOnPage(client), hostAddress(client)]);
  const viewer = { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, person };
  const addressOf = (ticket: string): string => `${host}/a/tickets/${ticket}`;
  return {
    desk: 'freshservice',
    ask: ask => askList(client, { ...ask, viewer }),
    onChange: listener => listen(client, ['app.activated'], listener),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    addressOf: ({ ticket }) => addressOf(ticket),
    // A page that cannot open a ticket in its own place leaves it to the browser.
    open: ({ ticket }) =>
      void client.interface
        .trigger('openTicket', { id: ticket })
        .catch(() => window.open(addressOf(ticket), '_blank', 'noopener')),
  };
}

async function askList(client: FdkClient, request: ListAsk & { readonly viewer: object }): Promise<ListAnswer> {
  try {
    return await invoke<ListAnswer>(client, 'list', request);
  } catch (cause) {
    throw noAnswer(cause);
  }
}
