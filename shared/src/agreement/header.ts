import { decidingCells } from './overlays';
import { narrows } from './pilot';
import type { Agreement, Boundary } from './schema';
import type { ClockOfRecord } from './serviceTarget';
import type { Crossing, HoldingParty } from './terms';

/** What every lookup needs beside the matching cells: small, and the same for all tickets of a version. */
export interface AgreementHeader {
  readonly agreement: string;
  readonly version: number;
  readonly service: { readonly hours: string; readonly clockOfRecord: ClockOfRecord };
  readonly hours: Readonly<Record<HoldingParty, string>>;
  /** Teams that receive, or that keep other hours than their party. */
  readonly teams: Readonly<Record<string, TeamHeader>>;
  readonly packet: Agreement['packet'];
  readonly boundaries: Readonly<Record<Crossing, Boundary>>;
  readonly reopenWindowDays: number;
  /** Absent in agreements stored before it counted. */
  readonly confirmationDays?: number;
  /** Which opening counts after a merge; the earlier one where absent. */
  readonly merge?: 'primary';
  /** Which tickets a pilot is about; all of its cells where absent. */
  readonly pilot?: Agreement['pilot'];
  /** How long (ms) an override may last; absent likewise. */
  readonly longestOverride?: number;
  /** Which exceptions a person has to approve; absent where none. */
  readonly exceptions?: Agreement['overrides']['exceptions'];
}

/** What terms need to know of a team. */
export interface TeamHeader {
  readonly party: HoldingParty;
  readonly tier: Agreement['teams'][string]['tier'];
  readonly hours?: string;
}

const receivers = (agreement: Agreement): ReadonlySet<string> =>
  new Set(
    [agreement.boundaries['client>msp'], agreement.boundaries['msp>client'], ...decidingCells(agreement)].flatMap(
      ({ receiver }) => (receiver === undefined ? [] : [receiver]),
    ),
  );

/** Draws the header out of an agreement. */
export function headerOf(agreement: Agreement): AgreementHeader {
  const { id, version, service, parties, packet, boundaries, reopenWindowDays, confirmationDays } = agreement;
  const receiving = receivers(agreement);
  const teams = Object.entries(agreement.teams)
    .filter(([name, { hours }]) => receiving.has(name) || hours !== undefined)
    .map(
      ([name, { party, tier, hours }]) => [name, { party, tier, ...(hours === undefined ? {} : { hours }) }] as const,
    );
  return {
    agreement: id,
    version,
    service,
    hours: { msp: parties.msp.hours, client: parties.client.hours },
    teams: Object.fromEntries(teams),
    packet,
    boundaries,
    reopenWindowDays,
    confirmationDays,
    ...(agreement.merge === 'primary' ? { merge: 'primary' as const } : {}),
    longestOverride: agreement.overrides.longest,
    ...(narrows(agreement.pilot) ? { pilot: agreement.pilot } : {}),
    ...(agreement.overrides.exceptions.length === 0 ? {} : { exceptions: agreement.overrides.exceptions }),
  };
}
