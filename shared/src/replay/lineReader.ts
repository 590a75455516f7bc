import { instantFormat, isoReader, type InstantReader } from '../time';
import type { Flaw, FlawKind } from './flaw';
import type { LogEvent, LogLine } from './logEvent';
import type { Mapping } from './mapping';

/** What a line can say, in the order in which its cells are given. */
const MAPPED = [
  ...(['case', 'at', 'order', 'status', 'team', 'person', 'priority', 'impact', 'type', 'title'] as const),
];

/** The cells of one line in the order of {@link mappedColumns}; undefined where it has none. */
export type Cells = readonly (string | undefined)[];

/** Reads one line, which stands in the file there, from 1. */
export type ReadLine = (cells: Cells, line: number) => LogLine | Flaw;

/** The columns of a mapping, in the order in which their cells are to be given; undefined where it names none. */
export const mappedColumns = (mapping: Mapping): readonly (string | undefined)[] => MAPPED.map(name => mapping[name]);

/** The longest text that names something; whatever is longer is a field that ran on. */
const LONGEST = 1_000;
/** Different values that are worth keeping once for all lines. */
const KNOWN = 50_000;

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const flaw = (line: number, kind: FlawKind, message: string): Flaw => ({ line, kind, message, isCounted: false });

function orderOf(text: string | undefined, missing: ReadonlySet<string>): number | string | undefined {
  if (text === undefined || missing.has(text.trim())) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** Reads an instant of a mapping's form; `others` reads the forms that Baton does not know itself. */
function instantsOf({ atFormat, zone }: Mapping, others?: InstantReader): InstantReader {
  const own = atFormat === undefined ? isoReader(zone) : instantFormat(atFormat, zone);
  const read = own ?? others;
  if (read) return read;
  throw new Error(`atFormat: "${atFormat}" has a token that is not read here.`);
}

/** What cells say, nothing where they say that nothing is known; one text for all that are equal, to be kept once. */
function knownTexts(missing: ReadonlySet<string>): (text: string | undefined) => string | undefined {
  const known = new Map<string, string | undefined>();
  return text => {
    if (text === undefined) return undefined;
    if (known.has(text)) return known.get(text);
    if (known.size >= KNOWN) known.clear();
    const value = text.trim();
    known.set(text, missing.has(value) ? undefined : value);
    return known.get(text);
  };
}

function hasLong(cells: Cells): boolean {
  for (const cell of cells) if (cell !== undefined && cell.length > LONGEST) return true;
  return false;
}

/**
 * A reader of the lines of a log, whatever they were cut from.
 *
 * @param others - reads instants of a form that {@link readsInstants} says no of
 */
export function lineReader(mapping: Mapping, others?: InstantReader): ReadLine {
  const instant = instantsOf(mapping, others);
  const missing = new Set(['', ...mapping.missing]);
  const known = knownTexts(missing);
  const form = mapping.atFormat ?? 'ISO 8601';
  return (cells, line) => {
    if (hasLong(cells)) return tooLong(line);
    const [id = '', at = '', order, status, team, person, priority, impact, type, title] = cells;
    const instantAt = instant(at.trim());
    if (missing.has(id.trim())) return flaw(line, 'no case', `"${mapping.case}" names no case.`);
    if (instantAt === undefined)
      return flaw(line, 'impossible instant', `"${clip(at)}" is no instant of the form ${form}.`);
    const event: LogEvent = {
      line,
      at: instantAt,
      order: orderOf(order, missing),
      status: known(status),
      team: known(team),
      person: known(person),
      priority: known(priority),
      impact: known(impact),
      type: known(type),
      title: known(title),
    };
    return { case: id.trim(), event };
  };
}

const tooLong = (line: number): Flaw =>
  flaw(line, 'field too long', `What should name something is longer than ${LONGEST} characters.`);

/** Whether a line could not be read. */
export const isFlaw = (read: LogLine | Flaw): read is Flaw => 'kind' in read;
