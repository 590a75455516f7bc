import { own } from '../own';
import type { Agreement } from '../schema';
import type { GeneratedPage } from './page';

const nameOf = ({ people, teams }: Agreement, id: string): string =>
  own(people, id)?.name ?? own(teams, id)?.name ?? id;

const names = (agreement: Agreement, ids: readonly string[]): string =>
  ids.length === 0 ? 'nobody' : ids.map(id => nameOf(agreement, id)).join(', ');

/** Who does, answers for, is asked about and hears of each cell that says so. */
export function raciPage(agreement: Agreement): GeneratedPage {
  const rows = agreement.matrix.flatMap(({ name, raci }) => {
    if (raci === undefined) return [];
    const { responsible, accountable, consulted, informed } = raci;
    return [[name, ...[responsible, [accountable], consulted, informed].map(ids => names(agreement, ids))]];
  });
  const head = ['Cell', 'Responsible', 'Accountable', 'Consulted', 'Informed'];
  const none = { kind: 'text', text: 'No cell of this agreement says who does what.' } as const;
  return {
    title: `Who does what: ${agreement.name}`,
    blocks: rows.length === 0 ? [none] : [{ kind: 'table', head, rows }],
  };
}

/** The parties' own words, in the order of the alphabet. */
export function glossaryPage({ name, glossary }: Agreement): GeneratedPage {
  const rows = Object.entries(glossary).sort(([one], [other]) => (one < other ? -1 : 1));
  const none = { kind: 'text', text: 'This agreement explains no words of its own.' } as const;
  const table = { kind: 'table', head: ['Word', 'Meaning'], rows } as const;
  return { title: `Words: ${name}`, blocks: rows.length === 0 ? [none] : [table] };
}
