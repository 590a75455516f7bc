/** One HTTP request as a template produced it. */
export interface OutgoingRequest {
  method: string;
  host: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body?: string;
}

export interface IncomingResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export type Destination = (request: OutgoingRequest) => Promise<IncomingResponse>;

/**
 * Where requests of the app go. The account's own host is answered in the process; nothing ever leaves the
 * machine. A sink for another service (a chat, a pager) is one more entry of `sinks`, by host name.
 */
export function destinations(ownHost: string, own: Destination, sinks: Record<string, Destination> = {}) {
  return (host: string): Destination | undefined =>
    host === ownHost || host.endsWith('.freshservice.com') ? own : sinks[host];
}
