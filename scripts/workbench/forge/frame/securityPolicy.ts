import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio/slim';
import type { AppPermissions } from '../manifest';

export interface SecurityPolicySettings {
  /** The page's text, whose inline scripts the platform allows by hash. */
  body: string;
  /** The `permissions` of the manifest. */
  permissions: AppPermissions;
  /** Origin of the page around the frame. */
  pageOrigin: string;
  /** Where the browser reports violations; the vendor's own collector is not told. */
  reportTo: string;
}

/** The Content-Security-Policy header the vendor's generator makes for an app's page. */
export function securityPolicy({ body, permissions, pageOrigin, reportTo }: SecurityPolicySettings): string {
  const details = new CSPProcessingService({ info: () => undefined }, load as never).getCspDetails(
    body,
    permissions as never,
  );
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails: details, microsEnv: 'prod', hostname: pageOrigin })
    .map(directive => (directive.startsWith('report-uri') ? `report-uri ${reportTo}` : directive))
    .join('; ');
}
