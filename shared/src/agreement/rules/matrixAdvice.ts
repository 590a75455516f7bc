import { factWords } from '../condition';
import { limitsOf, matrixGaps } from '../matrix/gaps';
import { layOut, type ExampleTicket } from '../matrix/layout';
import { matchCell } from '../matrix/match';
import { matrixOverlaps, shadowedCells } from '../matrix/overlaps';
import type { Axis } from '../matrix/rowIndex';
import type { Agreement } from '../schema';
import { rule, type Place, type Rule } from './rule';

/** So many of a kind are told; who has more begins with these. */
const most = 20;

/** The first few, and whether there are more. */
function first<Item>(items: Iterable<Item>): readonly Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    if (taken.length === most) break;
    taken.push(item);
  }
  return taken;
}

const axisWord = (axis: string): string =>
  axis === 'crossing' ? 'crossing' : factWords[axis as Exclude<Axis, 'crossing'>];

/** 'work type incident, priority 2, service VPN'. */
const ticketText = ({ facts: { title, bounces, ...facts } }: ExampleTicket): string =>
  [
    ...Object.entries(facts).map(([axis, value]) => `${axisWord(axis)} ${value}`),
    ...(title === undefined ? [] : [`title “${title}”`]),
    ...(bounces === undefined ? [] : [`${bounces} crossings`]),
  ].join(', ');

const valueText = (value: unknown): string => (value === '' ? 'any other' : String(value));

const gaps = (agreement: Agreement): readonly Place<string>[] => {
  const layout = layOut(agreement);
  return first(matrixGaps(layout)).map(gap => {
    const limits = Object.entries(limitsOf(layout, gap)).map(
      ([axis, values]) => `${axisWord(axis)} ${values.map(valueText).join(' or ')}`,
    );
    return { path: 'matrix', value: limits.join(', ') };
  });
};

const idAt = ({ matrix }: Agreement, row: number): string => matrix[row]?.id ?? '';

interface Shadow {
  readonly by: string;
  readonly example: string;
}

const shadows = (agreement: Agreement): readonly Place<Shadow | undefined>[] =>
  shadowedCells(layOut(agreement)).map(({ row, example }) => {
    const taker = example && matchCell(agreement, example.facts, example.crossing)?.cell.id;
    return {
      path: `matrix.${row}`,
      value: taker === undefined ? undefined : { by: taker, example: ticketText(example as ExampleTicket) },
    };
  });

/** Overlaps that are no exceptions, of cells that decide something: the others are told as shadowed. */
function* crossed(agreement: Agreement): Generator<Place<Shadow>> {
  const layout = layOut(agreement);
  const shadowed = new Set(shadowedCells(layout).map(({ row }) => row));
  for (const { upper, lower, isException, example } of matrixOverlaps(layout)) {
    if (isException || shadowed.has(lower)) continue;
    yield { path: `matrix.${lower}`, value: { by: idAt(agreement, upper), example: ticketText(example) } };
  }
}

/** What a reader of the matrix is likely to overlook. */
export const matrixAdvice: readonly Rule[] = [
  rule({
    code: 'gap',
    advice: true,
    at: gaps,
    holds: () => false,
    message: where => `has no cell for ${where}; add one, or a last cell for all that is left`,
  }),
  rule({
    code: 'shadowed',
    advice: true,
    at: shadows,
    holds: () => false,
    message: shadow =>
      shadow === undefined
        ? 'is never reached, since its lines contradict each other; correct or remove it'
        : `is never reached: all its tickets, such as ${shadow.example}, are taken above, that one by “${shadow.by}”; move it up or remove it`,
  }),
  rule({
    code: 'overlap',
    advice: true,
    at: agreement => first(crossed(agreement)),
    holds: () => false,
    message: ({ by, example }) =>
      `shares tickets with “${by}” above, which decides, such as ${example}; see that the right one stands first`,
  }),
  rule({
    code: 'too-intricate',
    advice: true,
    at: agreement => layOut(agreement).tooIntricate.map(row => ({ path: `matrix.${row}.when`, value: row })),
    holds: () => false,
    message: () => 'holds in more than 200 ways, so that gaps and overlaps are not looked for; split the cell',
  }),
];
