import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarSpec } from '../../shared/src/time';

export interface SlaClock {
  from?: string;
  targetMinutes?: number;
  targetDays?: number;
  endOfWorkingDay?: boolean;
  dueAt?: string;
  at?: string;
  elapsedMinutes?: number;
  marginMinutes?: number;
  satisfied?: boolean;
  pausable?: boolean;
  pausesBefore?: string;
  openPauseIgnored?: boolean;
  pausedSeconds?: number;
  escalateAt?: string;
  escalateOffsetMinutes?: number;
  escalateOffsetDays?: number;
}

interface Common {
  id: string;
  calendar: CalendarSpec;
}

export type MoveCase = Common & {
  kind: 'add' | 'subtract' | 'addPaused';
  start: string;
  seconds: number;
  end: string;
  boundary: 'unique' | 'earliest' | 'latest' | 'inside';
  pauses?: [string, string][];
};
export type BetweenCase = Common & {
  kind: 'between' | 'betweenPaused';
  start: string;
  end: string;
  elapsedSeconds: number;
  toleranceSeconds?: number;
  pauses?: [string, string][];
};
export type OpenCase = Common & { kind: 'isOpen'; at: string; open: boolean };
export type HolidayCase = Common & { kind: 'isHoliday'; at: string; holiday: boolean };
export type WorkingDayCase = Common & { kind: 'isWorkingDay'; date: string; workingDay: boolean };
export type NearestCase = Common & { kind: 'nextOpen' | 'previousOpen'; at: string; result: string };
export type TransitionCase = Common & {
  kind: 'transition';
  at: string;
  direction: 'next' | 'previous';
  to: 'open' | 'closed';
  result: string;
};
export type SegmentsCase = Common & {
  kind: 'segments' | 'segmentsBackward';
  at: string;
  segments: [string, string][];
};
export type AddDaysCase = Common & { kind: 'addDays'; date: string; days: number; result: string };
export type DaysBetweenCase = Common & { kind: 'daysBetween'; from: string; to: string; days: number };
export type SlaCase = Common & {
  kind: 'sla';
  created: string;
  events: { at: string; type: string }[];
  expect: { [clock: string]: SlaClock | string | null };
  clockStopped?: boolean;
};

export type ReferenceCase =
  | MoveCase
  | BetweenCase
  | OpenCase
  | HolidayCase
  | WorkingDayCase
  | NearestCase
  | TransitionCase
  | SegmentsCase
  | AddDaysCase
  | DaysBetweenCase
  | SlaCase;

const beside = join(__dirname, '..', '..', '..', 'shared', 'vectors', 'public.json');

/** The reference cases, or undefined where the file is not there. */
export function referenceCases(file: string = process.env['BATON_VECTORS'] ?? beside): ReferenceCase[] | undefined {
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { vectors: ReferenceCase[] }).vectors;
}
