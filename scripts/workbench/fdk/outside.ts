import type { Outside, OutsideRequest } from '../outside';

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

/** Where requests of the app go: the account's own host is answered in the process, others by the world outside. */
export const destinations =
  (ownHost: string, own: Destination, outside: Outside) =>
  (host: string): Destination =>
    host === ownHost || host.endsWith('.freshservice.com') ? own : request => outside(outsideRequest(request));

function outsideRequest({ method, host, path, query, headers, body }: OutgoingRequest): OutsideRequest {
  const asked = new URLSearchParams(query).toString();
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    ...{ method, host, path: asked === '' ? path : `${path}?${asked}`, headers: Object.fromEntries(named) },
    ...(body === undefined ? {} : { body }),
  };
}
