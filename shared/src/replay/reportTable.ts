import { HOUR } from '../time';
import type { Figure } from './figures';
import { lengthText, numberText, percentText } from './lengthText';

/** What a chart draws: values by name, in one series or several. */
export interface ChartData {
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** What a map of shades draws: values by row and column. */
export interface HeatData {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Of each row its values, one for each column. */
  readonly values: readonly (readonly number[])[];
}

/** What stands in a cell: a text, and which cases are behind it where it is a number that they make up. */
export type ReportCell = string | { readonly text: string; readonly of: Figure };

/** What a cell says. */
export const cellText = (cell: ReportCell): string => (typeof cell === 'string' ? cell : cell.text);

/** A number of the report, with the cases behind it. */
export const counted = (value: number, of: Figure): ReportCell =>
  value === 0 ? numberText(value) : { text: numberText(value), of };

/** A table of the report, and the chart before it where a picture says more. */
export interface ReportTable {
  readonly title: string;
  readonly says: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
  readonly chart?: ChartData;
  readonly heat?: HeatData;
}

const SHOWN = 15;

/** Times by name, the longest first; the rest in one line, so that the sum stays whole. */
export function timeTable(
  [title, says]: readonly [title: string, says: string],
  times: Readonly<Record<string, number>>,
  figure: (name: string) => Figure,
): ReportTable {
  const sorted = Object.entries(times).sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const rest = sorted.slice(SHOWN).reduce((sum, [, ms]) => sum + ms, 0);
  const shown = [
    ...sorted.slice(0, SHOWN),
    ...(rest > 0 ? ([[`${sorted.length - SHOWN} others`, rest]] as const) : []),
  ];
  const whole = sorted.reduce((sum, [, ms]) => sum + ms, 0);
  return {
    ...{ title, says, head: ['', 'Time', 'Share'] },
    rows: shown.map(([name, ms]) => [
      ...[name, name in times ? { text: lengthText(ms), of: figure(name) } : lengthText(ms), percentText(ms, whole)],
    ]),
    chart: {
      names: shown.map(([name]) => name),
      series: [{ name: 'Hours', values: shown.map(([, ms]) => Math.round((10 * ms) / HOUR) / 10) }],
    },
  };
}

/** Numbers by name. */
export const countTable = (
  [title, says]: readonly [title: string, says: string],
  counts: Readonly<Record<string, number>>,
  figure: (name: string) => Figure,
): ReportTable => ({
  ...{ title, says, head: ['', 'Number'] },
  rows: Object.entries(counts).map(([name, count]) => [name, counted(count, figure(name))]),
});
