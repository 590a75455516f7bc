/** One HTTP request that leaves a desk for the world outside. */
export interface OutsideRequest {
  readonly method: string;
  readonly host: string;
  /** With its query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** How the world outside answers. */
export interface OutsideAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Where requests to the world outside go. */
export type Outside = (request: OutsideRequest) => Promise<OutsideAnswer>;

/** Nothing leaves the machine: whoever is asked takes everything and keeps nothing. */
export const nobodyOutside: Outside = () =>
  Promise.resolve({
    status: 202,
    headers: { 'content-type': 'text/plain' },
    body: 'Kept by the workbench, not sent',
  });
