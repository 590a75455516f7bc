import type { CalendarSpec } from '../time';
import { leavesFor, mapLeaves, type Branch } from './branch';
import { largestPart, storedBytes } from './bytes';
import type { Directory } from './directory';
import { directoryOf } from './directoryOf';
import { headerOf, type AgreementHeader } from './header';
import { decidingCells } from './overlays';
import { own } from './own';
import { calendarsOf, resolveTerms } from './resolve';
import type { Agreement, Cell, TicketFacts } from './schema';
import { shelve, type Row } from './shelve';
import type { Terms } from './terms';

/** Names of the parts that hold some cells and the calendars they use. */
interface LeafNames {
  readonly cells: readonly string[];
  readonly calendars: readonly string[];
}

/** The one record per version that says which parts a ticket needs, with what all tickets share. */
export interface AgreementIndex {
  readonly header: AgreementHeader;
  readonly matrix: Branch<LeafNames>;
}

/** An agreement as a desk stores it. */
export interface AgreementParts {
  /** Stored once per version. */
  readonly index: AgreementIndex;
  /** Stored once, always current. */
  readonly directory: Directory;
  /** Immutable JSON texts of at most 32 KB, each under the hash of itself. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Names a text by its content: equal texts have equal names. */
export type ContentHash = (text: string) => string;

type Store = (value: unknown) => string;
type Shelves = Branch<readonly Row[]>;

/** Neighbouring items in chunks that fit a part each. */
function chunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const made: Item[][] = [];
  let left = 0;
  for (const item of items) {
    const bytes = storedBytes(item) + 1;
    if (bytes > left) {
      made.push([]);
      left = largestPart - 2;
    }
    made.at(-1)?.push(item);
    left -= bytes;
  }
  return made;
}

const calendarsUsed = (agreement: Agreement, cells: readonly Cell[]): readonly (readonly [string, CalendarSpec])[] => {
  const header = headerOf(agreement);
  const names = new Set(cells.flatMap(cell => calendarsOf(header, cell)));
  return Object.entries(agreement.calendars).filter(([name]) => names.has(name));
};

/** All calendars lie in one part if they fit; else each leaf has the ones it uses. */
function storeMatrix(agreement: Agreement, shelves: Shelves, store: Store): AgreementIndex {
  const all = chunks(calendarsUsed(agreement, decidingCells(agreement)));
  const shared = all.length > 1 ? undefined : all.map(store);
  const matrix = mapLeaves(shelves, rows => ({
    cells: chunks(rows).map(store),
    calendars:
      shared ??
      chunks(
        calendarsUsed(
          agreement,
          rows.map(([, cell]) => cell),
        ),
      ).map(store),
  }));
  return { header: headerOf(agreement), matrix };
}

/** Where the shelves would outgrow the index, the cells lie in one row of parts. */
const shelvesThatFit = (agreement: Agreement): Shelves => {
  const cells = decidingCells(agreement);
  const shelves = shelve(cells);
  const longestName = 'x'.repeat(64);
  const index = storeMatrix(agreement, shelves, () => longestName);
  return storedBytes(index) <= largestPart ? shelves : { leaf: cells.map((cell, row) => [row, cell]) };
};

/**
 * Splits an agreement into what a desk stores: an index, the directory, and parts of at most 32 KB named by content,
 * so that a new version stores only what changed and opening a ticket reads the index and two parts (three if the
 * cells of a large matrix have little in common).
 */
export function agreementParts(agreement: Agreement, hash: ContentHash): AgreementParts {
  const parts: Record<string, string> = {};
  const store: Store = value => {
    const text = JSON.stringify(value);
    const name = hash(text);
    parts[name] = text;
    return name;
  };
  const index = storeMatrix(agreement, shelvesThatFit(agreement), store);
  return { index, directory: directoryOf(agreement), parts };
}

const namesFor = ({ matrix }: AgreementIndex, facts: TicketFacts): LeafNames => {
  const leaves = leavesFor(matrix, facts);
  return {
    cells: [...new Set(leaves.flatMap(({ cells }) => cells))],
    calendars: [...new Set(leaves.flatMap(({ calendars }) => calendars))],
  };
};

/** Names of the parts that {@link termsFor} needs for a ticket: its cells, then their calendars. */
export const partsFor = (index: AgreementIndex, facts: TicketFacts): readonly string[] => {
  const { cells, calendars } = namesFor(index, facts);
  return [...cells, ...calendars];
};

const read = <Item>(parts: Readonly<Record<string, string>>, names: readonly string[]): readonly Item[] =>
  names.flatMap(name => {
    const text = own(parts, name);
    if (text === undefined) throw new RangeError(`part ${name} of the agreement was not read`);
    return JSON.parse(text) as Item[];
  });

/**
 * The promises for one ticket, from the index and the parts {@link partsFor} names.
 *
 * @returns undefined if no cell governs the ticket
 * @throws RangeError if one of those parts is missing
 */
export function termsFor(
  index: AgreementIndex,
  parts: Readonly<Record<string, string>>,
  facts: TicketFacts,
): Terms | undefined {
  const names = namesFor(index, facts);
  const rows = [...read<Row>(parts, names.cells)].sort(([one], [other]) => one - other);
  const calendars = Object.fromEntries(read<readonly [string, CalendarSpec]>(parts, names.calendars));
  return resolveTerms({ header: index.header, cells: rows.map(([, cell]) => cell), calendars }, facts);
}

/** The promises for one ticket, from an agreement that is at hand as a whole; undefined if no cell governs the ticket. */
export const termsIn = (agreement: Agreement, facts: TicketFacts): Terms | undefined =>
  resolveTerms({ header: headerOf(agreement), cells: decidingCells(agreement), calendars: agreement.calendars }, facts);
