import { EgressFilteringService } from '@forge/egress';
import { CallRefused } from './appProcess';
import type { HttpAnswer, HttpRequest } from './wire';

/** A request the app made to the outside. The workbench keeps it and sends nothing. */
export interface OutboundRequest extends HttpRequest {
  at: number;
}

export interface Egress {
  /** Refuses hosts the manifest does not name, and keeps the others' requests. */
  request(request: HttpRequest): HttpAnswer;
  /** Newest first. */
  kept(): OutboundRequest[];
}

const KEPT = 200;

export function egress(allowed: string[], now: () => number): Egress {
  const filter = new EgressFilteringService(allowed);
  const kept: OutboundRequest[] = [];
  return {
    request: ({ method, path, headers, body }) => {
      if (!filter.isValidUrl(path)) {
        throw new CallRefused(
          'REQUEST_EGRESS_ALLOWLIST_ERR',
          `URL not included in the external fetch backend permissions: ${path}. Visit go.atlassian.com/forge-egress for more information.`,
          403,
        );
      }
      kept.unshift({ method, path, headers, at: now(), ...(body === undefined ? {} : { body }) });
      kept.length = Math.min(kept.length, KEPT);
      return { status: 202, headers: { 'content-type': 'text/plain' }, body: 'Kept by the workbench, not sent' };
    },
    kept: () => kept,
  };
}
