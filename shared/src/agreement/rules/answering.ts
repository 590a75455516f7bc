import { ladderOf } from '../boundary';
import { own } from '../own';
import type { Agreement, Boundary, Cell } from '../schema';
import { cells, ladders, ofCells, packets } from './legs';
import { entries, place, rule, type Place, type Rule } from './rule';

type Ladder = NonNullable<Boundary['ladder']>;

/** Whether somebody else is asked before the lead is. A team that does not exist is another rule's business. */
const hasStandIn = (ladder: Ladder, receiver: string, { teams }: Agreement): boolean =>
  ladder.some(({ team, who }) => {
    const found = own(teams, team);
    if (who === 'backup') return found === undefined || found.roster.backup !== undefined;
    return who === 'team' && team !== receiver;
  });

interface Climb {
  readonly ladder: Ladder;
  readonly receiver: string;
}

const saysWho = ({ receiver, backup, ladder }: Cell): boolean =>
  receiver !== undefined || backup !== undefined || ladder !== undefined;

const ofBoundary = ({ path, value }: Place<Boundary>): Place<Climb> => ({
  path: `${path}.${value.ladder === undefined ? 'receiver' : 'ladder'}`,
  value: { ladder: ladderOf({}, value), receiver: value.receiver },
});

/** A cell that says nothing about who answers climbs as its boundary does. */
const ofCell = ({ path, value }: Place<Cell>, { boundaries }: Agreement): readonly Place<Climb>[] => {
  if (value.boundary === 'any' || !saysWho(value)) return [];
  const { receiver } = boundaries[value.boundary];
  const said = value.ladder === undefined ? 'receiver' : 'ladder';
  const ladder = ladderOf(value, boundaries[value.boundary]);
  return [{ path: `${path}.${said}`, value: { ladder, receiver: value.receiver ?? receiver } }];
};

const climbs = (agreement: Agreement): readonly Place<Climb>[] => [
  ...entries('boundaries', agreement.boundaries).map(ofBoundary),
  ...cells(agreement).flatMap(cell => ofCell(cell, agreement)),
];

/** Every offer can be answered: somebody is asked, then somebody else, and in the end the lead. */
export const answering: readonly Rule[] = [
  rule({
    code: 'ladder-end',
    at: ladders,
    holds: ({ it }) => it.at(-1)?.who === 'lead',
    message: () => 'does not end with a lead; add a last step with who: lead',
  }),
  rule({
    code: 'ladder-unreachable',
    at: ladders,
    holds: ({ it }) => it.slice(0, -1).every(({ who }) => who !== 'lead'),
    message: () => 'has steps after the lead, which nobody reaches; put the lead last',
  }),
  rule({
    code: 'ladder-repeats',
    at: ladders,
    holds: ({ it }) => new Set(it.map(({ team, who }) => `${who} ${team}`)).size === it.length,
    message: () => 'asks the same people twice; remove one of the two steps',
  }),
  rule({
    code: 'no-backup',
    at: climbs,
    holds: ({ ladder, receiver }, agreement) => hasStandIn(ladder, receiver, agreement),
    message: ({ receiver }) =>
      `leaves nobody between “${receiver}” and its lead; name a backup on the team's roster, or another team`,
  }),
  rule({
    code: 'no-reasons',
    at: agreement => packets(agreement).flatMap(({ path, value }) => place(`${path}.reasons`, value.reasons)),
    holds: reasons => reasons.length > 0,
    message: () => 'are empty; list at least one reason, or leave the line out to inherit them',
  }),
  rule({
    code: 'boundary-open',
    at: ofCells('boundary', cell => (saysWho(cell) ? cell.boundary : undefined)),
    holds: boundary => boundary !== 'any',
    message: () => 'must be client>msp or msp>client, because the cell or an overlay of it says who receives',
  }),
  rule({
    code: 'vendor-missing',
    at: ofCells('vendor', cell => (cell.governedBy === 'uc' ? (cell.vendor ?? '') : undefined)),
    holds: vendor => vendor !== '',
    message: () => 'is missing; a cell governed by an underpinning contract names its vendor',
  }),
];
