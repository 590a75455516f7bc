import { columns, type Column } from '../../../src/settings/matrix';

const halves: readonly (readonly [Column['half'], string])[] = [
  ['when', 'When'],
  ['who', 'Who, and by when'],
];

const countOf = (half: Column['half']): number => columns.filter(column => column.half === half).length;

/** The two halves, and the columns of each. */
export const GridHead = () => (
  <thead role="rowgroup">
    <tr role="row" aria-rowindex={1}>
      {halves.map(([half, title]) => (
        <th key={half} role="columnheader" aria-colspan={countOf(half)} data-half={half}>
          {title}
        </th>
      ))}
    </tr>
    <tr role="row" aria-rowindex={2}>
      {columns.map(({ key, label }) => (
        <th key={key} role="columnheader" data-column={key}>
          {label}
        </th>
      ))}
    </tr>
  </thead>
);
