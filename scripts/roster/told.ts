import { localText, type Segment } from '@baton/shared';
import type { Imported, Override } from './importShifts';

const lineOf =
  (zone: string) =>
  ({ person, from, to }: Override): string =>
    `${person}: ${localText(Date.parse(from), zone)} to ${localText(Date.parse(to), zone)}`;

const spans = (said: string, found: readonly Segment[], zone: string): readonly string[] =>
  found.map(([from, to]) => `${said} ${localText(from, zone)} to ${localText(to, zone)}.`);

/** What would change in a roster, line by line, and what somebody has to look at; times by the walls of `zone`. */
export function told(before: readonly Override[], after: readonly Override[], imported: Imported, zone: string) {
  const [old, fresh] = [before, after].map(list => list.map(lineOf(zone)));
  const gone = old?.filter(line => !fresh?.includes(line)).map(line => `- ${line}`) ?? [];
  const come = fresh?.filter(line => !old?.includes(line)).map(line => `+ ${line}`) ?? [];
  return [
    ...gone,
    ...come,
    ...(gone.length + come.length === 0 ? ['Nothing changes.'] : []),
    ...imported.unknown.map(name => `Not in the agreement, so left out: ${name}.`),
    ...spans('Nobody has it from', imported.gaps, zone),
    ...spans('More than one has it from', imported.overlaps, zone),
  ];
}
