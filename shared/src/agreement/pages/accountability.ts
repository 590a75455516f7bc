import { decidingCells } from '../overlays';
import type { Agreement } from '../schema';
import { namesOf } from './naming';
import { tableOr, type GeneratedPage } from './page';

/** Who does, answers for, is asked about and hears of each cell that says so. */
export function raciPage(agreement: Agreement): GeneratedPage {
  const rows = decidingCells(agreement).flatMap(({ name, raci }) => {
    if (raci === undefined) return [];
    const { responsible, accountable, consulted, informed } = raci;
    return [[name, ...[responsible, [accountable], consulted, informed].map(ids => namesOf(agreement, ids))]];
  });
  const head = ['Cell', 'Responsible', 'Accountable', 'Consulted', 'Informed'];
  return {
    title: `Who does what: ${agreement.name}`,
    blocks: [tableOr('No cell of this agreement says who does what.', head, rows)],
  };
}

/** The parties' own words, in the order of the alphabet. */
export function glossaryPage({ name, glossary }: Agreement): GeneratedPage {
  const rows = Object.entries(glossary).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    title: `Words: ${name}`,
    blocks: [tableOr('This agreement explains no words of its own.', ['Word', 'Meaning'], rows)],
  };
}
