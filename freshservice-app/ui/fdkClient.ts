/** The part of the FDK's client the panel uses. */
export interface FdkClient {
  readonly data: { readonly get: (name: string) => Promise<Record<string, unknown>> };
  readonly request: {
    readonly invoke: (name: string, data: Record<string, unknown>) => Promise<{ readonly response: unknown }>;
  };
  readonly interface: {
    readonly trigger: (method: string, options: Readonly<Record<string, unknown>>) => Promise<unknown>;
  };
  readonly events: { readonly on: (name: string, listener: (event: FdkEvent) => void) => unknown };
  readonly instance: { readonly resize: (size: { readonly height: number }) => unknown };
}

/** Something that happened on the page; changes say `old` and `new`. */
export interface FdkEvent {
  readonly helper: { readonly getData: () => Readonly<Record<string, unknown>> };
}

declare global {
  /** Put on the page by Freshservice's own script. */
  const app: { readonly initialized: () => Promise<FdkClient> };
}

/** The client, once the page is there: before that the FDK knows no `app`. */
export async function fdkClient(): Promise<FdkClient> {
  if (document.readyState === 'loading') {
    await new Promise(resolve => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  }
  return app.initialized();
}

type Loose = Readonly<Record<string, unknown>> | undefined;

const inside = (from: Loose, name: string): Loose => from?.[name] as Loose;
const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** The number of the ticket on the page, in the words of the product: its display id where it has one. */
export async function ticketOnPage(client: FdkClient): Promise<string> {
  const ticket = inside(await client.data.get('ticket'), 'ticket');
  return text(ticket?.['display_id'] ?? ticket?.['id']);
}

/** The agent who is signed in. Older pages wrap the agent once more than newer ones. */
export async function agentOnPage(client: FdkClient): Promise<string> {
  const user = inside(await client.data.get('loggedInUser'), 'loggedInUser');
  return text(inside(user, 'agent')?.['id'] ?? user?.['id']);
}

/** Where the desk's own pages are: "https://acme.freshservice.com". Empty where the page does not say. */
export async function hostAddress(client: FdkClient): Promise<string> {
  const host = inside(await client.data.get('currentHost').catch(() => undefined), 'currentHost');
  return text(inside(host, 'endpoint_urls')?.['freshservice']);
}
