import type { DeskName } from '../../src/agreement';
import { wordsOf } from '../../src/panel/wording';
import type { TouchedView } from '../../src/settings';

/** So many cells are named. */
const NAMED = 3;

function named(cells: TouchedView['cells']): string {
  const rest = cells.length - NAMED;
  const told = cells.slice(0, NAMED).map(({ name, count }) => `${name} (${count})`);
  return [...told, ...(rest > 0 ? [`${rest} more cells`] : [])].join(', ');
}

const calledBy =
  (desk: DeskName) =>
  (count: number): string =>
    `open ${wordsOf(desk).ticket}${count === 1 ? '' : 's'}`;

/** The number, as exactly as it is known. */
function numberText({ touched, untold, isAll, cells }: TouchedView, called: (count: number) => string): string {
  const isExact = isAll && untold === 0;
  if (touched === 0)
    return isExact ? `This change touches no ${called(1)}.` : `No ${called(1)} is touched for certain.`;
  return `This change touches ${isExact ? '' : 'at least '}${touched} ${called(touched)}: ${named(cells)}.`;
}

/** How many open tickets a change is about: the number first, then what the number leaves out. */
export function touchedWords(desk: DeskName, view: TouchedView): readonly [string, ...string[]] {
  const { untold, earlier, looked, isAll } = view;
  return [
    numberText(view, calledBy(desk)),
    ...(untold > 0 ? [`${untold} more may be: a title, a client or the like decides, which no list keeps.`] : []),
    ...(earlier > 0 ? [`${earlier} began under another version and have its promises.`] : []),
    ...(isAll ? [] : [`Only the first ${looked} open ones were looked at.`]),
  ];
}
