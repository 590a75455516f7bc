import { elapsedWithin } from '../../shared/src/time';
import { at, iso, type Calendar } from './instants';

/** What a check has to say of an answer: it is wrong, or names another instant across time that nobody works in. */
export interface Finding {
  readonly is: 'wrong' | 'elsewhere';
  readonly text: string;
}

export function compare(got: unknown, wanted: unknown): Finding[] {
  return Object.is(got, wanted) ? [] : [{ is: 'wrong', text: `answers ${String(got)} instead of ${String(wanted)}` }];
}

export function compareInstant(calendar: Calendar, got: number, wanted: string): Finding[] {
  if (got === at(wanted)) return [];
  const is = elapsedWithin(calendar, got, at(wanted)) === 0 ? 'elsewhere' : 'wrong';
  return [{ is, text: `answers ${iso(got)} instead of ${wanted}` }];
}
