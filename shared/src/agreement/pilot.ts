import { comparable } from './condition';
import type { Agreement, Cell, TicketFacts } from './schema';
import type { BoundaryTerms } from './terms';

type Pilot = Agreement['pilot'];

/** Whether it is about some tickets only. */
export const narrows = ({ cells, clients, teams }: Pilot): boolean =>
  [cells, clients, teams].some(list => list.length > 0);

const names = (list: readonly string[], value: string | undefined): boolean =>
  list.length === 0 || list.some(each => comparable(each) === comparable(value));

/** Whether a ticket handled so is one that the pilot is about. */
const isIn = (
  { cells, clients, teams }: Pilot,
  { cell, receiver }: BoundaryTerms,
  client: string | undefined,
): boolean => names(cells, cell) && names(clients, client) && names(teams, receiver);

/** The terms of one crossing for a ticket: what the pilot is not about is only observed. */
export function piloted(
  pilot: Pilot | undefined,
  terms: BoundaryTerms,
  { client }: Pick<TicketFacts, 'client'>,
): BoundaryTerms {
  const isOutside = pilot !== undefined && terms.mode === 'pilot' && !isIn(pilot, terms, client);
  return isOutside ? { ...terms, mode: 'observe' } : terms;
}

/** A cell with what makes it a risk to begin with; nothing where little can go wrong. */
export interface PilotCandidate {
  readonly cell: string;
  readonly name: string;
  readonly why: readonly string[];
}

const mostUrgent = ({ when: { priority = [] } }: Cell): number => (priority.length === 0 ? 1 : Math.min(...priority));

/** What others look at when it goes wrong. */
const reports = ({ regulatory, boardReportable, risk }: Cell): readonly string[] => [
  ...(regulatory === undefined ? [] : [`is reported: ${regulatory.route}`]),
  ...(boardReportable ? ['is reported to the board'] : []),
  ...(risk === undefined ? [] : [`is of risk ${risk}`]),
];

const risks = (cell: Cell): readonly string[] => [
  ...(mostUrgent(cell) === 1 ? ['has tickets of priority 1'] : []),
  ...(cell.fastTrack ? ['is a major incident from the start'] : []),
  ...reports(cell),
  ...(cell.kind === 'customer' ? ['is about customers'] : []),
  ...(cell.vendor === undefined ? [] : ['depends on a vendor']),
];

/** By what goes wrong less: fewer risks, then less urgent, then more time; the matrix decides between equals. */
function byRisk(one: Cell, other: Cell): number {
  const fewer = risks(one).length - risks(other).length;
  const lessUrgent = mostUrgent(other) - mostUrgent(one);
  return fewer || lessUrgent || other.targets.resolve.within - one.targets.resolve.within;
}

/** The cells of a matrix in the order in which a pilot had better take them, those with least to lose first. */
export const lowRiskFirst = ({ matrix }: Pick<Agreement, 'matrix'>): readonly PilotCandidate[] =>
  [...matrix].sort(byRisk).map(cell => ({ cell: cell.id, name: cell.name, why: risks(cell) }));
