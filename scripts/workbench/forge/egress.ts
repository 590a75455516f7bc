import { EgressFilteringService } from '@forge/egress';
import { CallRefused } from './livingProcess';
import type { Outside } from '../outside';
import type { HttpAnswer, HttpRequest } from './wire';

/** A request the app made to the outside, as the workbench keeps it. */
export interface OutboundRequest extends HttpRequest {
  at: number;
}

export interface Egress {
  /** Refuses hosts the manifest does not name, and keeps the others' requests. */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Newest first. */
  kept(): OutboundRequest[];
}

const KEPT = 200;

export function egress(allowed: string[], now: () => number, outside: Outside): Egress {
  const filter = new EgressFilteringService(allowed);
  const kept: OutboundRequest[] = [];
  return {
    request: async ({ method, path, headers, body }) => {
      if (!filter.isValidUrl(path)) {
        throw new CallRefused(
          'REQUEST_EGRESS_ALLOWLIST_ERR',
          `URL not included in the external fetch backend permissions: ${path}. Visit go.atlassian.com/forge-egress for more information.`,
          403,
        );
      }
      kept.unshift({ method, path, headers, at: now(), ...(body === undefined ? {} : { body }) });
      kept.length = Math.min(kept.length, KEPT);
      const { host, pathname, search } = new URL(path);
      return outside({ method, host, path: `${pathname}${search}`, headers, ...(body === undefined ? {} : { body }) });
    },
    kept: () => kept,
  };
}
