import type { Agreement, DrilledContact, DrilledPath, DrilledPerson, DrilledRung } from '@baton/shared';

const contactText = ({ channel, isConfirmed, confirmed }: DrilledContact): string => {
  if (isConfirmed) return channel;
  return `${channel} (${confirmed === undefined ? 'never confirmed' : `last confirmed ${confirmed}`})`;
};

function personText({ people }: Agreement, { person, contacts }: DrilledPerson): string {
  const name = people[person]?.name ?? person;
  return `${name}: ${contacts.length === 0 ? 'no contact' : contacts.map(contactText).join(', ')}`;
}

function rungText(agreement: Agreement, { rung, who, team, people }: DrilledRung): string {
  const name = agreement.teams[team]?.name ?? team;
  const whom = people.map(person => personText(agreement, person)).join('; ');
  return `  ${rung}. ${name}, ${who}: ${whom === '' ? 'nobody, skipped at once' : whom}`;
}

const isStale = ({ contacts }: DrilledPerson): boolean => !contacts.some(({ isConfirmed }) => isConfirmed);

/** What is wrong with a path: rungs with nobody, and people whom nothing confirmed reaches. */
function faults({ rungs }: DrilledPath): { readonly empty: number; readonly stale: readonly string[] } {
  const stale = rungs.flatMap(({ people }) => people.filter(isStale).map(({ person }) => person));
  return { empty: rungs.filter(({ people }) => people.length === 0).length, stale };
}

/** Whether somebody is on every rung, each with a contact that they have confirmed within a month. */
export const isWhole = (paths: readonly DrilledPath[]): boolean =>
  paths.map(faults).every(({ empty, stale }) => empty === 0 && stale.length === 0);

/** The drill in lines, and at its end what to mend. */
export function told(agreement: Agreement, paths: readonly DrilledPath[]): readonly string[] {
  const lines = paths.flatMap(path => [
    `${path.crossing}, ${path.cells.join(', ')}`,
    ...path.rungs.map(rung => rungText(agreement, rung)),
  ]);
  const found = paths.map(faults);
  const empty = found.reduce((sum, each) => sum + each.empty, 0);
  const stale = [...new Set(found.flatMap(each => each.stale))].map(id => agreement.people[id]?.name ?? id);
  const mend = [
    ...(empty > 0 ? [`Nobody is on ${empty} of the steps above.`] : []),
    ...(stale.length > 0 ? [`No contact confirmed within a month: ${stale.join(', ')}.`] : []),
  ];
  return [...lines, ...(mend.length > 0 ? mend : ['Every step reaches somebody.'])];
}
