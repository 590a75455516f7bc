import fc from 'fast-check';
import { calendarOf, resolveReading, waterfall } from '../../shared/src/escalation';
import { clockOf } from '../../shared/src/clock';
import { elapsedWithin } from '../../shared/src/time';
import { anyStory, holdsFor, pausesOf, tell } from './drawnStories';

/** A story and how long after its end, in ms, somebody looks at the clock. */
const looked = fc.tuple(anyStory(), fc.oneof(fc.constant(0), fc.nat(3 * 86_400_000)));

it('running parts add up to target less remaining, and with the paused parts to the open time, to the millisecond', () =>
  holdsFor(looked, async ([drawn, later]) => {
    const told = await tell(drawn);
    const { state } = told;
    if (state.status === 'unopened') return;
    const now = told.now + later;
    const { within, calendar: name } = state.terms.resolve;
    const calendar = calendarOf(state.terms, name);
    const reading = resolveReading(state, now);
    const stretches = waterfall(state, now);
    const sum = (is: string) => stretches.filter(one => one.is === is).reduce((total, { ms }) => total + ms, 0);

    expect(sum('running')).toBe(within - reading.remaining);
    expect(sum('running')).toBe(reading.elapsed);
    const until = state.status === 'resolved' ? state.resolvedAt : now;
    const gaps = clockOf(state.marks).gaps.map(({ from, to }): [number, number] => [from, to]);
    const open = elapsedWithin(calendar, state.openedAt, until, { except: gaps });
    expect(sum('running') + sum('paused')).toBe(open);
    if (drawn.closedReceiver !== 'wait and stop') {
      const paused = pausesOf(told, now);
      const running = elapsedWithin(calendar, state.openedAt, until, { except: [...gaps, ...paused] });
      expect(sum('paused')).toBe(open - running);
    }
  }));
