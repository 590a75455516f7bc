import { durationText } from '../../time';
import { resolveBoundary } from '../boundary';
import { headerOf } from '../header';
import { receivingParty } from '../rules/legs';
import type { Agreement, Cell } from '../schema';
import type { BoundaryTerms, Crossing, Rung } from '../terms';
import { nameOf } from './naming';

/** How a cell is handled across one boundary, with nothing left to look up. */
export const crossingOf = (agreement: Agreement, cell: Cell, crossing: Crossing): BoundaryTerms =>
  resolveBoundary(headerOf(agreement), cell, crossing);

const whom = { team: '', backup: 'The stand-in of ', lead: 'The lead of ' } as const;

/** Who is asked on a step: `The stand-in of Northwind NOC`. */
export const stepWho = (agreement: Agreement, { team, who }: Pick<Rung, 'team' | 'who'>): string =>
  whom[who] + nameOf(agreement, team);

/** Everybody an offer asks, one after the other, with the time each has. */
export const askedSteps = (
  agreement: Agreement,
  { receiver, acknowledge, ladder }: Pick<BoundaryTerms, 'receiver' | 'acknowledge' | 'ladder'>,
): readonly string[] =>
  [{ team: receiver, who: 'team' as const, acknowledge }, ...ladder].map(
    step => `${stepWho(agreement, step)} is asked and has ${durationText(step.acknowledge)} to answer.`,
  );

/** What becomes of an offer that everybody leaves unanswered, or that the parties send to and fro. */
export function unansweredSteps(agreement: Agreement, terms: BoundaryTerms, crossing: Crossing): readonly string[] {
  const { name, lead, coordinator } = agreement.parties[receivingParty(crossing)];
  const { owner, decide, holder } = terms.tieBreak;
  const keeper = holder.team === undefined ? agreement.parties[holder.party].name : nameOf(agreement, holder.team);
  const [coordinating, leading] = [coordinator, lead].map(person => nameOf(agreement, person));
  return [
    terms.deemedAccepted
      ? `If nobody answers, it counts as accepted by ${leading} of ${name}, and is shown so.`
      : `If nobody answers, ${coordinating} of ${name} and the leads of both parties decide; until then it stays where it is.`,
    `If it is refused twice, ${nameOf(agreement, owner)} decides within ${durationText(decide)}; until then ${keeper} has it.`,
  ];
}
