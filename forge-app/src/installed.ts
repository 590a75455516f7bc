/** Nothing is set up at install: a ledger opens with a ticket's first event, the agreement with its first save. */
export async function onInstalled(): Promise<void> {
  console.info('Baton is installed. A site administrator saves the agreement on its page under Apps.');
}
