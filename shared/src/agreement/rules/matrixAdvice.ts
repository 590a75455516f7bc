import { factWords } from '../condition';
import { eachGap, limitsOf } from '../matrix/gaps';
import { layingOut, type ExampleTicket, type Layout } from '../matrix/layout';
import { matchCell } from '../matrix/match';
import { eachOverlap, eachShadowed, shadowedRow } from '../matrix/overlaps';
import { outcomeOf } from '../matrix/pauses';
import type { Axis } from '../matrix/rowIndex';
import type { Agreement } from '../schema';
import { rule, type Place, type Rule } from './rule';

/** So many of a kind are told; who has more begins with these. */
const most = 20;

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

/** A place at which nothing is wrong, so that who judges can pause. */
const pause = { path: 'matrix', value: 'pause' } as const;

function* gaps(agreement: Agreement): Generator<Place<string>> {
  const layout = yield* paused(agreement);
  let told = 0;
  for (const gap of eachGap(layout)) {
    if (gap === undefined) {
      yield pause;
      continue;
    }
    if ((told += 1) > most) return;
    const limits = Object.entries(limitsOf(layout, gap)).map(
      ([axis, values]) => `${axisWord(axis)} ${values.map(valueText).join(' or ')}`,
    );
    yield { path: 'matrix', value: limits.join(', ') };
  }
}

const nameAt = ({ matrix }: Agreement, row: number): string => matrix[row]?.name ?? '';

interface Shadow {
  readonly by: string;
  readonly example: string;
}

/** Rows that get no ticket: what takes theirs away, or that they could never have one. */
function* shadows(agreement: Agreement): Generator<Place<Shadow | 'pause' | 'contradictory'>> {
  for (const found of eachShadowed(laidOut(agreement))) {
    yield pause;
    for (const { row, example } of found ?? []) {
      const taker = example && matchCell(agreement, example.facts, example.crossing)?.cell.name;
      const value =
        taker === undefined ? 'contradictory' : { by: taker, example: ticketText(example as ExampleTicket) };
      yield { path: `matrix.${row}`, value };
    }
  }
}

/** Pairs that share tickets, those that need no telling as they should be: exceptions, and cells told as shadowed. */
function* crossed(agreement: Agreement): Generator<Place<Shadow | 'pause'>> {
  const layout = laidOut(agreement);
  let told = 0;
  for (const overlap of eachOverlap(layout)) {
    yield pause;
    if (overlap === undefined) continue;
    const { upper, lower, isException, example } = overlap;
    const isTold = !isException && shadowedRow(layout, lower).length === 0;
    if (isTold && (told += 1) > most) return;
    const shared = { by: nameAt(agreement, upper), example: ticketText(example) };
    if (isTold) yield { path: `matrix.${lower}`, value: shared };
  }
}

const known = new WeakMap<Agreement, Layout>();

/** Laid out once for all these questions; the first of them pauses meanwhile. */
function* paused(agreement: Agreement): Generator<Place<'pause'>, Layout> {
  const before = known.get(agreement);
  if (before) return before;
  const search = layingOut(agreement);
  for (;;) {
    const step = search.next();
    if (step.done) {
      known.set(agreement, step.value);
      return step.value;
    }
    yield pause;
  }
}

const laidOut = (agreement: Agreement): Layout => outcomeOf(paused(agreement));

/** What a reader of the matrix is likely to overlook. */
export const matrixAdvice: readonly Rule[] = [
  rule({
    code: 'gap',
    advice: true,
    at: gaps,
    holds: where => where === pause.value,
    message: where => `has no cell for ${where}; add one, or a last cell for all that is left`,
  }),
  rule({
    code: 'shadowed',
    advice: true,
    at: shadows,
    holds: shadow => shadow === 'pause',
    message: shadow =>
      typeof shadow === 'string'
        ? 'is never reached, since its lines contradict each other; correct or remove it'
        : `is never reached: all its tickets, such as ${shadow.example}, are taken above, that one by “${shadow.by}”; move it up or remove it`,
  }),
  rule({
    code: 'overlap',
    advice: true,
    at: crossed,
    holds: shared => shared === 'pause',
    message: shared =>
      typeof shared === 'string'
        ? shared
        : `shares tickets with “${shared.by}” above, which decides, such as ${shared.example}; see that the right one stands first`,
  }),
  rule({
    code: 'too-intricate',
    advice: true,
    at: agreement => laidOut(agreement).tooIntricate.map(row => ({ path: `matrix.${row}.when`, value: row })),
    holds: () => false,
    message: () => 'holds in more than 200 ways, so that gaps and overlaps are not looked for; split the cell',
  }),
];
