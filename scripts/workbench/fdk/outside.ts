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

/** Where requests of the app go: the account's own host is answered in the process, nothing leaves the machine. */
export const destinations =
  (ownHost: string, own: Destination) =>
  (host: string): Destination | undefined =>
    host === ownHost || host.endsWith('.freshservice.com') ? own : undefined;
