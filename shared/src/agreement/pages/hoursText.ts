import { own } from '../own';
import type { Agreement } from '../schema';

type Weekly = Agreement['calendars'][string]['weekly'];

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const dayWords = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

interface Run {
  readonly from: number;
  readonly to: number;
  readonly hours: string;
}

/** Neighbouring days with the same hours together; closed days left out. */
function runsOf(weekly: Weekly): readonly Run[] {
  const runs: Run[] = [];
  for (const [day, key] of days.entries()) {
    const hours = (weekly[key] ?? []).map(([from, to]) => `${from}–${to}`).join(' and ');
    const last = runs.at(-1);
    if (last?.hours === hours && last.to === day - 1) runs.splice(-1, 1, { ...last, to: day });
    else if (hours !== '') runs.push({ from: day, to: day, hours });
  }
  return runs;
}

const daysText = ({ from, to }: Run): string =>
  from === to ? `${dayWords[from]}` : `${dayWords[from]} to ${dayWords[to]}`;

const isAlways = ([first, ...others]: readonly Run[]): boolean =>
  others.length === 0 && first?.from === 0 && first.to === 6 && first.hours === '00:00–24:00';

/** Hours of a week in one line: `Mon to Fri 08:00–18:00`. */
export const weeklyText = (weekly: Weekly): string => {
  const runs = runsOf(weekly);
  if (isAlways(runs)) return 'around the clock';
  return runs.length === 0 ? 'never' : runs.map(run => `${daysText(run)} ${run.hours}`).join(', ');
};

/** When a calendar is open: `Mon to Fri 08:00–18:00 in Europe/Lisbon, not on holidays`. */
export function hoursText({ calendars }: Agreement, name: string): string {
  const calendar = own(calendars, name);
  if (calendar === undefined) return name;
  const { weekly, timeZone, holidays = [] } = calendar;
  const open = weeklyText(weekly);
  const zone = open === 'around the clock' ? '' : ` in ${timeZone}`;
  return `${open}${zone}${holidays.length === 0 ? '' : ', not on holidays'}`;
}
