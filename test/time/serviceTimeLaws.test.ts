import fc from 'fast-check';
import {
  compileCalendar,
  dueAfter,
  elapsedWithin,
  isOpenAt,
  mergeSegments,
  openSegments,
  segmentsLength,
} from '../../shared/src/time';
import { calendarSpec, instant, neighbours, pauses, service } from './drawnCalendars';
import { hours } from './instants';
import { holds } from './property';
import { isOpenOnTheWall } from './wallModel';

const calendar = calendarSpec.map(spec => compileCalendar(spec));

describe('in every zone, across every change of the clock, with every kind of exception', () => {
  it('elapsedWithin(start, dueAfter(start, d)) is d', () => {
    holds(
      fc.property(calendar, instant, service, (open, start, d) => {
        expect(elapsedWithin(open, start, dueAfter(open, start, d))).toBe(d);
      }),
    );
  });

  it('elapsedWithin(dueAfter(start, -d), start) is d', () => {
    holds(
      fc.property(calendar, instant, service, (open, start, d) => {
        expect(elapsedWithin(open, dueAfter(open, start, -d), start)).toBe(d);
      }),
    );
  });

  it('both hold with pauses, in whatever order they come', () => {
    holds(
      fc.property(calendar, instant, service, pauses, (open, start, d, except) => {
        const [due, back] = [dueAfter(open, start, d, { except }), dueAfter(open, start, -d, { except })];
        expect(elapsedWithin(open, start, due, { except })).toBe(d);
        expect(elapsedWithin(open, back, start, { except })).toBe(d);
        expect(dueAfter(open, start, d, { except: [...except].reverse() })).toBe(due);
      }),
    );
  });

  it('due is the earliest such instant, and walking back finds the latest', () => {
    holds(
      fc.property(calendar, instant, service, pauses, (open, start, d, except) => {
        const [due, back] = [dueAfter(open, start, d, { except }), dueAfter(open, start, -d, { except })];
        expect(elapsedWithin(open, start, due - 1, { except })).toBe(d - 1);
        expect(elapsedWithin(open, back + 1, start, { except })).toBe(d - 1);
      }),
    );
  });

  it('time pauses or counts: the two add up to the open time', () => {
    holds(
      fc.property(calendar, neighbours, pauses, (open, [a = 0, b = 0], except) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const paused = mergeSegments(except).reduce((sum, [from, to]) => {
          const [first, last] = [Math.max(from, start), Math.min(to, end)];
          return first < last ? sum + elapsedWithin(open, first, last) : sum;
        }, 0);
        expect(elapsedWithin(open, start, end, { except }) + paused).toBe(elapsedWithin(open, start, end));
      }),
    );
  });

  it('stretches add up, in any order of their ends', () => {
    holds(
      fc.property(calendar, neighbours, (open, [a = 0, b = 0, c = 0]) => {
        expect(elapsedWithin(open, a, b) + elapsedWithin(open, b, c)).toBe(elapsedWithin(open, a, c));
      }),
    );
  });

  it('two targets one after the other are due when their sum is', () => {
    holds(
      fc.property(calendar, instant, service, service, (open, start, d, e) => {
        expect(dueAfter(open, dueAfter(open, start, d), e)).toBe(dueAfter(open, start, d + e));
      }),
    );
  });

  it('a later start or a longer target is never due earlier', () => {
    holds(
      fc.property(calendar, instant, fc.tuple(service, service), pauses, (open, start, [d, more], except) => {
        const due = dueAfter(open, start, d, { except });
        expect(dueAfter(open, start + more, d, { except })).toBeGreaterThanOrEqual(due);
        expect(dueAfter(open, start, d + more, { except })).toBeGreaterThan(due);
      }),
    );
  });

  it('service time is never more than real time', () => {
    holds(
      fc.property(calendar, instant, service, (open, start, span) => {
        const elapsed = elapsedWithin(open, start, start + span);
        expect(elapsed).toBeGreaterThanOrEqual(0);
        expect(elapsed).toBeLessThanOrEqual(span);
      }),
    );
  });

  it('the open segments are in normal form and as long as the time that elapses', () => {
    holds(
      fc.property(calendar, instant, service, (open, start, span) => {
        const segments = openSegments(open, start, start + span);
        expect(mergeSegments(segments)).toEqual(segments);
        expect(segmentsLength(segments)).toBe(elapsedWithin(open, start, start + span));
      }),
    );
  });

  it('a calendar is open exactly when its wall clock says so', () => {
    holds(
      fc.property(calendarSpec, neighbours, (spec, instants) => {
        const open = compileCalendar(spec);
        expect(instants.map(at => isOpenAt(open, at))).toEqual(instants.map(at => isOpenOnTheWall(spec, at)));
      }),
    );
  });

  it('no answer depends on what was asked before', () => {
    const question = fc.tuple(instant, fc.integer({ min: -hours(20_000), max: hours(20_000) }));
    holds(
      fc.property(calendarSpec, fc.array(question, { minLength: 2, maxLength: 6 }), (spec, questions) => {
        const used = compileCalendar(spec);
        const ask = (open: typeof used, [start, span]: [number, number]): unknown => [
          elapsedWithin(open, start, start + span),
          dueAfter(open, start, Math.round(span / 50)),
          openSegments(open, start, start + span).length,
        ];
        const answers = questions.map(asked => ask(used, asked));
        expect(answers).toEqual(questions.map(asked => ask(compileCalendar(spec), asked)));
      }),
      60,
    );
  });
});
