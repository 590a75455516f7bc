import type { CalendarSpec } from '../time';
import type { AgreementHeader } from './header';
import { resolveBoundary } from './boundary';
import { exceptionsIn } from './exceptions';
import { saidBy } from './cellNotes';
import { firstMatch } from './matrix/match';
import { own } from './own';
import { piloted } from './pilot';
import type { Cell, TicketFacts } from './schema';
import type { ServiceTarget } from './serviceTarget';
import type { Crossing, HoldingParty, Terms } from './terms';

type Promised = Cell['targets']['resolve'];
type Calendars = Readonly<Record<string, CalendarSpec>>;

const serviceTarget = ({ service }: AgreementHeader, promise: Promised): ServiceTarget => ({
  within: promise.within,
  calendar: promise.calendar ?? service.hours,
  clockOfRecord: promise.clockOfRecord ?? service.clockOfRecord,
});

const partyHours = (header: AgreementHeader, cell: Cell): Record<HoldingParty, string> =>
  cell.hours === undefined ? { ...header.hours } : { msp: cell.hours, client: cell.hours };

/** A cell that sets the hours sets them for every team. */
const teamHours = (header: AgreementHeader, cell: Cell): Record<string, string> => {
  if (cell.hours !== undefined) return {};
  const differing = Object.entries(header.teams).flatMap(([team, { party, hours }]) =>
    hours === undefined || hours === header.hours[party] ? [] : [[team, hours] as const],
  );
  return Object.fromEntries(differing);
};

const named = (calendars: Calendars, names: readonly string[]): Record<string, CalendarSpec> =>
  Object.fromEntries(
    [...new Set(names)].flatMap(name => {
      const spec = own(calendars, name);
      return spec === undefined ? [] : [[name, spec] as const];
    }),
  );

/** Names of the calendars that tickets of a cell run on. */
export const calendarsOf = (header: AgreementHeader, cell: Cell): readonly string[] => {
  const { respond, resolve } = cell.targets;
  const promised = [resolve, ...(respond === undefined ? [] : [respond])];
  const owed = [...Object.values(partyHours(header, cell)), ...Object.values(teamHours(header, cell))];
  return [...new Set([...promised.map(promise => serviceTarget(header, promise).calendar), ...owed])];
};

/** What the terms of a ticket are taken from. */
export interface TermsSource {
  readonly header: AgreementHeader;
  /** Every cell the ticket can match, in matrix order. */
  readonly cells: readonly Cell[];
  readonly calendars: Calendars;
}

/** The cells that decide about one ticket. */
interface Deciding extends Readonly<Record<Crossing, Cell>> {
  readonly promising: Cell;
}

const targetsOf = (header: AgreementHeader, { targets }: Cell): Pick<Terms, 'respond' | 'resolve'> => ({
  ...(targets.respond === undefined ? {} : { respond: serviceTarget(header, targets.respond) }),
  resolve: serviceTarget(header, targets.resolve),
});

/** Said only where it is not what is usual. */
const asksOf = ({ asks }: Cell): Pick<Terms, 'asks'> =>
  asks.chase === undefined && asks.stopClock.length === 0 ? {} : { asks };

/** Ledgers hold whole numbers only. */
function warningsOf({ warnings }: Cell): Pick<Terms, 'warnings'> {
  const shares = warnings.map(share => Math.min(99, Math.max(1, Math.round(share * 100))));
  return shares.length === 0 ? {} : { warnings: [...new Set(shares)] };
}

/** What holds for every cell, as far as the agreement says it. */
const ofAll = ({ merge, longestOverride, confirmationDays }: AgreementHeader) =>
  Object.fromEntries(
    Object.entries({ merge, longestOverride, confirmationDays }).filter(([, value]) => value !== undefined),
  ) as Pick<Terms, 'merge' | 'longestOverride' | 'confirmationDays'>;

const termsOf = (
  header: AgreementHeader,
  { promising, ...crossing }: Deciding,
  calendars: Calendars,
): Omit<Terms, 'workType' | 'priority' | 'impact'> => ({
  agreement: header.agreement,
  version: header.version,
  cell: promising.id,
  ...(promising.overlay === undefined ? {} : { overlay: promising.overlay }),
  ...targetsOf(header, promising),
  boundaries: {
    'client>msp': resolveBoundary(header, crossing['client>msp'], 'client>msp'),
    'msp>client': resolveBoundary(header, crossing['msp>client'], 'msp>client'),
  },
  ...(promising.pass === undefined ? {} : { pass: promising.pass }),
  hours: partyHours(header, promising),
  teamHours: teamHours(header, promising),
  calendars: named(calendars, calendarsOf(header, promising)),
  ...asksOf(promising),
  holds: promising.holds,
  ...(promising.rungs === undefined ? {} : { rungs: promising.rungs }),
  ...warningsOf(promising),
  ...(promising.targets.update === undefined ? {} : { update: promising.targets.update }),
  ...(promising.fastTrack ? { fastTrack: true as const } : {}),
  ...saidBy(promising),
  ...ofAll(header),
  reopenWindowDays: header.reopenWindowDays,
});

/** What a cell comes to for a ticket on which it decides alone. */
export const termsOfCell = (header: AgreementHeader, cell: Cell, calendars: Calendars) => ({
  ...termsOf(header, { promising: cell, 'client>msp': cell, 'msp>client': cell }, calendars),
  ...exceptionsIn(header, cell),
});

/**
 * What is promised for one ticket: the first cell that matches makes the promises to the customer, the first that
 * matches a crossing says how it is handled (the promising one if none does). Undefined if no cell governs the ticket.
 */
export function resolveTerms({ header, cells, calendars }: TermsSource, facts: TicketFacts): Terms | undefined {
  const promising = firstMatch(cells, facts);
  if (promising === undefined) return undefined;
  const deciding = {
    promising,
    'client>msp': firstMatch(cells, facts, 'client>msp') ?? promising,
    'msp>client': firstMatch(cells, facts, 'msp>client') ?? promising,
  };
  const { workType, priority, impact } = facts;
  const ticket = { workType, priority, ...(impact === undefined ? {} : { impact }) };
  const { boundaries, ...terms } = termsOf(header, deciding, calendars);
  const inPilot = {
    'client>msp': piloted(header.pilot, boundaries['client>msp'], facts),
    'msp>client': piloted(header.pilot, boundaries['msp>client'], facts),
  };
  return { ...ticket, ...terms, boundaries: inPilot, ...exceptionsIn(header, promising, facts) };
}
