import fc from 'fast-check';
import { onDuty, type Directory } from '../../shared/src/agreement';
import { storyDirectory } from '../support/agreement';

const noc = 'northwind-noc';
const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** Zones and a day on which their clocks change; the last by half an hour. */
const changes: readonly (readonly [zone: string, day: string])[] = [
  ['Europe/Madrid', '2026-03-29'],
  ['Europe/Madrid', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['Australia/Lord_Howe', '2026-10-04'],
];

type Shift = { readonly person: string; readonly day: number; readonly from: number; readonly minutes: number };

const wall = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':');

/** Shifts one after the other, with a pause between any two, from Thursday's midnight of the walls. */
const tables = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 15, max: 1_200 })), {
    minLength: 3,
    maxLength: 9,
  })
  .map(parts => {
    let at = 3 * 1_440;
    return parts.flatMap(([pause, minutes], index): Shift[] => {
      const from = at + pause;
      at = from + minutes;
      const person = index % 2 === 0 ? 'omar' : 'grace';
      return at > 8 * 1_440 ? [] : [{ person, day: Math.floor(from / 1_440), from: from % 1_440, minutes }];
    });
  });

const rostered = (timeZone: string, shifts: readonly Shift[]): Directory => {
  const { onDuty: _, backup: __, ...team } = storyDirectory.teams[noc]!;
  const weekly = shifts.map(({ person, day, from, minutes }) => ({
    person,
    hours: { [names[day % 7]!]: [[wall(from), wall((from + minutes) % 1_440)]] as [string, string][] },
  }));
  return { ...storyDirectory, teams: { ...storyDirectory.teams, [noc]: { ...team, timeZone, weekly } } };
};

/** Minutes since Monday's midnight that the walls of a zone show. */
function minuteOfWeek(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): string => parts.find(each => each.type === type)?.value ?? '';
  return (
    names.indexOf(part('weekday').toLowerCase() as 'mon') * 1_440 + Number(part('hour')) * 60 + Number(part('minute'))
  );
}

const DAY = 86_400_000;
const QUARTER = 900_000;

/** The slow way: whoever's shift the walls show. */
const byTheWalls = (shifts: readonly Shift[], minute: number): string | undefined =>
  shifts.find(({ day, from, minutes }) => {
    const since = (minute - ((day % 7) * 1_440 + from) + 7 * 1_440) % (7 * 1_440);
    return since < minutes;
  })?.person;

describe('a roster over a change of the clocks', () => {
  it.each(changes)('has on duty whom the walls of %s name, around %s', (zone, day) => {
    const first = Date.parse(day) - DAY;
    const quarters = Array.from({ length: 3 * 96 }, (_, index) => first + index * QUARTER);
    const shown = quarters.map(at => [at, minuteOfWeek(at, zone)] as const);
    fc.assert(
      fc.property(tables, shifts => {
        const directory = rostered(zone, shifts);
        const wrong = shown.filter(([at, minute]) => onDuty(directory, noc, at) !== byTheWalls(shifts, minute));
        expect(wrong.map(([at]) => new Date(at).toISOString())).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});
