import type { AgreementHeader } from './header';
import { own } from './own';
import type { Boundary, Cell } from './schema';
import type { BoundaryTerms, Crossing, Rung } from './terms';

type Targets = Boundary['targets'] &
  Required<Pick<Boundary['targets'], 'acknowledge' | 'nextAction' | 'answer' | 'decide'>>;
type Ladder = NonNullable<Boundary['ladder']>;
type Kept = 'governedBy' | 'mode' | 'closedReceiver' | 'deemedAccepted' | 'visibleAtOffer';
type Handled = Omit<Boundary, 'targets'> & Required<Pick<Boundary, Kept>>;

const minutes = (count: number): number => count * 60_000;

/** What holds where neither the boundary nor the cell says anything. */
const usual: Required<Pick<Boundary, Kept>> = {
  governedBy: 'ola',
  mode: 'observe',
  closedReceiver: 'giver holds',
  deemedAccepted: false,
  visibleAtOffer: false,
};
const usualTargets: Targets = {
  acknowledge: minutes(30),
  nextAction: minutes(240),
  answer: minutes(240),
  decide: minutes(120),
};

/** Reasons offered where the agreement lists none. */
const usualReasons: BoundaryTerms['packet']['reasons'] = [
  { code: 'skills', label: 'Needs other skills' },
  { code: 'access', label: 'Needs access or permission' },
  { code: 'scope', label: 'Outside our agreed scope' },
  { code: 'on-site', label: 'Vendor or on-site work' },
  { code: 'cover', label: 'Out of hours cover' },
  { code: 'other', label: 'Other' },
];

/** What a cell says about a crossing: nothing if it is about the other one. */
const lineOf = (cell: Cell, crossing: Crossing): Partial<Cell> =>
  cell.boundary === 'any' || cell.boundary === crossing ? cell : {};

const targetsOf = (header: AgreementHeader, cell: Partial<Cell>, boundary: Boundary): Targets => {
  const tier = own(header.teams, cell.receiver ?? boundary.receiver)?.tier;
  const byTier = tier === undefined ? {} : cell.tiers?.[tier];
  return { ...usualTargets, ...boundary.targets, ...cell.targets, ...byTier };
};

/** Without a ladder of its own a crossing asks the backup (the named team, or the receiver's), then the lead. */
const usualLadder = (receiver: string, backup: string | undefined): Ladder => [
  backup === undefined ? { team: receiver, who: 'backup' } : { team: backup, who: 'team' },
  { team: receiver, who: 'lead' },
];

const ladderOfCell = (cell: Partial<Cell>, boundary: Boundary): Ladder => {
  const backup = cell.receiver === undefined ? boundary.backup : undefined;
  return usualLadder(cell.receiver ?? boundary.receiver, cell.backup ?? backup);
};

/** The ladder of a crossing; a cell that names another receiver or backup does not inherit the boundary's steps. */
export const ladderOf = (cell: Partial<Cell>, boundary: Boundary): Ladder => {
  const inherits = cell.receiver === undefined && cell.backup === undefined;
  return cell.ladder ?? (inherits ? boundary.ladder : undefined) ?? ladderOfCell(cell, boundary);
};

const packetOf = (header: AgreementHeader, cell: Partial<Cell>, boundary: Boundary): BoundaryTerms['packet'] => {
  const parts = [header.packet, boundary.packet ?? {}, cell.packet ?? {}];
  const { extra, reasons } = Object.assign({ extra: [], reasons: usualReasons }, ...parts) as BoundaryTerms['packet'];
  return { labels: Object.assign({}, ...parts.map(({ labels }) => labels)), extra, reasons };
};

const rungsOf = (ladder: Ladder, usually: number): readonly Rung[] =>
  ladder.map(({ team, who, acknowledge }) => ({ team, who, acknowledge: acknowledge ?? usually }));

/** The terms of one crossing: what the cell says, else its boundary, else what is usual. */
export function resolveBoundary(header: AgreementHeader, match: Cell, crossing: Crossing): BoundaryTerms {
  const boundary = header.boundaries[crossing];
  const cell = lineOf(match, crossing);
  const said: Handled = { ...usual, ...boundary, ...cell };
  const { governedBy, mode, text, receiver, closedReceiver, deemedAccepted, visibleAtOffer, tieBreak } = said;
  const { acknowledge, nextAction, answer, decide, hold, lease, triage } = targetsOf(header, cell, boundary);
  return {
    cell: match.id,
    governedBy,
    mode,
    ...(text === undefined ? {} : { text }),
    receiver,
    acknowledge,
    nextAction,
    answer,
    ...(hold === undefined ? {} : { hold }),
    ...(lease === undefined ? {} : { lease }),
    closedReceiver,
    ladder: rungsOf(ladderOf(cell, boundary), acknowledge),
    deemedAccepted,
    visibleAtOffer,
    ...(said.triage ? { triage: triage ?? acknowledge } : {}),
    tieBreak: { ...tieBreak, decide },
    packet: packetOf(header, cell, boundary),
  };
}
