import {
  compileCalendar,
  dueAfter,
  elapsedWithin,
  instantOf,
  localText,
  openSegments,
  zoneOffsetText,
} from '../../shared/src/time';
import { at, hours, iso } from './instants';

/** Answers that go wrong as soon as anything reads a wall time in the machine's own zone. */
export function zoneSensitiveAnswers() {
  const calendar = compileCalendar({
    timeZone: 'Europe/Vilnius',
    weekly: { sat: [['22:00', '06:00']], sun: [['03:15', '03:45']], mon: [['09:00', '17:00']] },
    holidays: ['*-05-01', '2026-05-04'],
    dates: { '2026-05-05': [['00:00', '24:00']] },
    breaks: { '2026-05-05': [['12:00', '13:00']] },
    closed: [['2026-05-05T18:00:00Z', '2026-05-05T22:00:00+02:00']],
  });
  const [spring, autumn] = [at('2026-03-27T12:00:00Z'), at('2026-10-23T12:00:00Z')];
  return {
    repeated: [instantOf('2026-10-25 03:30', 'Europe/Vilnius'), instantOf('2026-11-01 01:30', 'America/New_York')].map(
      instant => iso(instant ?? NaN),
    ),
    skipped: ['2026-03-29 03:30', '2026-03-29 03:00'].map(wall => iso(instantOf(wall, 'Europe/Vilnius') ?? NaN)),
    segments: [spring, autumn, at('2026-05-01T00:00:00Z')].map(from => openSegments(calendar, from, from + hours(120))),
    due: [spring, autumn].map(from => iso(dueAfter(calendar, from, hours(10)))),
    elapsed: [spring, autumn].map(from => elapsedWithin(calendar, from, from + hours(120))),
    wall: localText(spring, 'Pacific/Apia'),
    offset: zoneOffsetText(autumn, 'Australia/Lord_Howe'),
  };
}
