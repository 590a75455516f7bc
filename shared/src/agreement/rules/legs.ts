import { own } from '../own';
import type { Agreement, Boundary, Cell } from '../schema';
import type { Crossing, HoldingParty } from '../terms';
import { entries, place, places, type Place } from './rule';

/** Either side of the matrix that says how crossings are handled: a boundary, or a cell. */
export type Handling = Partial<Pick<Boundary, 'mode' | 'receiver' | 'backup' | 'ladder' | 'tieBreak' | 'packet'>>;

/** One handling with the crossings it is about. */
export interface Leg {
  readonly handling: Handling;
  readonly crossings: readonly Crossing[];
}

const both: readonly Crossing[] = ['client>msp', 'msp>client'];

export const crossingsOf = ({ boundary }: Cell): readonly Crossing[] => (boundary === 'any' ? both : [boundary]);

/** Names of the calendars that a cell's promise runs on, and that its receiver keeps. */
export function calendarsOfCell(
  { teams, parties: both, service }: Agreement,
  cell: Cell,
  leg: { crossing: Crossing; receiver: string },
) {
  const usual = own(teams, leg.receiver)?.hours ?? both[receivingParty(leg.crossing)].hours;
  return { promised: cell.targets.resolve.calendar ?? service.hours, hours: cell.hours ?? usual };
}

export const receivingParty = (crossing: Crossing): HoldingParty => (crossing === 'client>msp' ? 'msp' : 'client');

/** Both boundaries and every cell. */
export const legs = ({ boundaries, matrix }: Agreement): readonly Place<Leg>[] => [
  ...both.map(crossing => ({
    path: `boundaries.${crossing}`,
    value: { handling: boundaries[crossing], crossings: [crossing] },
  })),
  ...matrix.map((cell, row) => ({ path: `matrix.${row}`, value: { handling: cell, crossings: crossingsOf(cell) } })),
];

/** Something within each leg, with the leg's crossings. */
export interface OfLeg<Value> {
  readonly it: Value;
  readonly crossings: readonly Crossing[];
}

/** Finds places within every leg and keeps the leg's crossings with them. */
const withinLegs =
  <Value>(find: (handling: Handling, path: string) => readonly Place<Value>[]) =>
  (agreement: Agreement): readonly Place<OfLeg<Value>>[] =>
    legs(agreement).flatMap(({ path, value: { handling, crossings } }) =>
      find(handling, path).map(found => ({ path: found.path, value: { it: found.value, crossings } })),
    );

/** The teams an offer can reach. */
export const offeredTeams = withinLegs(({ receiver, backup, ladder }, path) => [
  ...place(`${path}.receiver`, receiver),
  ...place(`${path}.backup`, backup),
  ...places(`${path}.ladder`, ladder).map(step => ({ path: `${step.path}.team`, value: step.value.team })),
]);

export const tieBreaks = withinLegs(({ tieBreak }, path) => place(`${path}.tieBreak`, tieBreak));

export const ladders = withinLegs(({ ladder }, path) => place(`${path}.ladder`, ladder));

/** The agreement's own packet and those of boundaries and cells. */
export const packets = (agreement: Agreement): readonly Place<Agreement['packet']>[] => [
  { path: 'packet', value: agreement.packet },
  ...legs(agreement).flatMap(({ path, value }) => place(`${path}.packet`, value.handling.packet)),
];

/** Every cell with its row. */
export const cells = ({ matrix }: Agreement): readonly Place<Cell>[] => places('matrix', matrix);

/** One value of every cell, where it is given. */
export const ofCells =
  <Value>(key: string, pick: (cell: Cell) => Value | undefined) =>
  (agreement: Agreement): readonly Place<Value>[] =>
    cells(agreement).flatMap(({ path, value }) => place(`${path}.${key}`, pick(value)));

export const parties = ({ parties: both }: Agreement) => entries('parties', both);
