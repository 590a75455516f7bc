import { clockAt, clockOf, readClock, stoppedSpans, withMark, type Mark } from '../../shared/src/clock';
import { compileCalendar } from '../../shared/src/time';
import { instant } from '../support/story';

const at = (time: string): number => instant(`2026-03-02 ${time}`);
const start: Mark = { at: at('09:00'), is: 'start' };
const pause = (time: string, whom: 'customer' | 'vendor' = 'customer'): Mark => ({ at: at(time), is: 'pause', whom });
const mark = (time: string, is: 'resume' | 'stop' | 'restart'): Mark => ({ at: at(time), is });

const office = compileCalendar({
  timeZone: 'Europe/Lisbon',
  weekly: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] },
});
const fourHours = { within: 14_400_000, calendar: office };
const read = (marks: readonly Mark[], now: string) => readClock(clockOf(marks), fourHours, at(now));

describe('a clock', () => {
  it('starts with its first mark and runs', () => {
    expect(clockOf([start])).toEqual({ status: 'running', startedAt: at('09:00'), pauses: [], gaps: [] });
  });

  it('pauses and resumes', () => {
    expect(clockOf([start, pause('10:00')])).toMatchObject({
      status: 'paused',
      pausedAt: at('10:00'),
      whom: 'customer',
    });
    expect(clockOf([start, pause('10:00'), mark('11:00', 'resume')])).toMatchObject({
      status: 'running',
      pauses: [{ from: at('10:00'), to: at('11:00'), whom: 'customer' }],
    });
  });

  it('takes a second pause, a resume that finds it running and a second start for nothing', () => {
    const once = [start, pause('10:00'), mark('11:00', 'resume')];
    const doubled = [
      start,
      start,
      pause('10:00'),
      pause('10:30', 'vendor'),
      mark('11:00', 'resume'),
      mark('11:10', 'resume'),
    ];
    expect(clockOf(doubled)).toEqual(clockOf(once));
  });

  it('ends its pause when it is stopped directly', () => {
    expect(clockOf([start, pause('10:00'), mark('12:00', 'stop')])).toEqual({
      status: 'stopped',
      startedAt: at('09:00'),
      stoppedAt: at('12:00'),
      pauses: [{ from: at('10:00'), to: at('12:00'), whom: 'customer' }],
      gaps: [],
    });
  });

  it('ignores what happens to it while it is stopped, but a restart', () => {
    const stopped = [start, mark('12:00', 'stop')];
    const touched = [...stopped, pause('12:10'), mark('12:20', 'resume'), mark('12:30', 'stop')];
    expect(clockOf(touched)).toEqual(clockOf(stopped));
    expect(clockOf([...touched, mark('13:00', 'restart')])).toMatchObject({
      status: 'running',
      gaps: [{ from: at('12:00'), to: at('13:00') }],
    });
  });

  it('that was never stopped takes a restart for nothing', () => {
    expect(clockOf([start, mark('10:00', 'restart')])).toEqual(clockOf([start]));
  });

  it('has a gap for every reopening', () => {
    const marks = [
      start,
      mark('10:00', 'stop'),
      mark('11:00', 'restart'),
      mark('12:00', 'stop'),
      mark('14:00', 'restart'),
    ];
    expect(clockOf(marks).gaps).toEqual([
      { from: at('10:00'), to: at('11:00') },
      { from: at('12:00'), to: at('14:00') },
    ]);
  });

  it('was at an instant what its marks until then, and those of that instant, say', () => {
    const marks = [start, pause('10:00'), mark('11:00', 'resume')];
    expect(clockAt(marks, at('09:59')).status).toBe('running');
    expect(clockAt(marks, at('10:00')).status).toBe('paused');
    expect(clockAt(marks, at('11:00')).status).toBe('running');
  });
});

describe('a mark heard of late', () => {
  it('takes its place by its instant', () => {
    const marks = withMark([start, pause('12:00')], mark('11:00', 'stop'));
    expect(marks.map(({ is }) => is)).toEqual(['start', 'stop', 'pause']);
  });

  it('comes behind those of the same instant', () => {
    const marks = withMark([start, pause('10:00')], mark('10:00', 'resume'));
    expect(clockOf(marks)).toMatchObject({ status: 'running', pauses: [{ from: at('10:00'), to: at('10:00') }] });
  });

  it('does not disturb the list it was put into', () => {
    const marks = [start];
    withMark(marks, pause('10:00'));
    expect(marks).toEqual([start]);
  });
});

describe('a reading', () => {
  it.each([
    ['running', [start], '11:00', { status: 'running', elapsed: 7_200_000, remaining: 7_200_000, dueAt: at('13:00') }],
    [
      'before its start',
      [start],
      '08:00',
      { status: 'running', elapsed: 0, remaining: 14_400_000, dueAt: at('13:00') },
    ],
    ['at its deadline', [start], '13:00', { status: 'running', remaining: 0 }],
    ['past its deadline', [start], '13:30', { status: 'running', remaining: -1_800_000, dueAt: at('13:00') }],
    [
      'while paused: due if it ran on from now',
      [start, pause('10:00')],
      '12:00',
      { status: 'paused', elapsed: 3_600_000, dueAt: at('15:00'), pausedAt: at('10:00'), whom: 'customer' },
    ],
    [
      'after a pause',
      [start, pause('10:00'), mark('12:00', 'resume')],
      '12:30',
      { status: 'running', elapsed: 5_400_000, dueAt: at('15:00') },
    ],
    ['stopped in time, whenever it is read', [start, mark('13:00', 'stop')], '16:00', { status: 'met', remaining: 0 }],
    ['stopped too late', [start, mark('13:01', 'stop')], '16:00', { status: 'missed', remaining: -60_000 }],
    [
      'stopped while paused, judged without the pause',
      [start, pause('10:00'), mark('16:00', 'stop')],
      '16:30',
      { status: 'met', elapsed: 3_600_000 },
    ],
    [
      'reopened: the gap does not count',
      [start, mark('10:00', 'stop'), mark('12:00', 'restart')],
      '13:00',
      { status: 'running', elapsed: 7_200_000, dueAt: at('15:00') },
    ],
  ] as const)('%s', (_, marks, now, expected) => {
    expect(read(marks, now)).toMatchObject(expected);
  });

  it('over closing time goes on the next morning', () => {
    const late = [{ at: at('16:00'), is: 'start' }] as const;
    expect(read(late, '16:30').dueAt).toBe(instant('2026-03-03 12:00'));
  });

  it('leaves out what is stopped by agreement, overlapping a pause or not', () => {
    const clock = clockOf([start, pause('10:00'), mark('11:00', 'resume')]);
    const stops = [[at('10:30'), at('11:30')] as const];
    expect(readClock(clock, fourHours, at('12:00'), stops)).toMatchObject({ elapsed: 5_400_000, dueAt: at('14:30') });
  });

  it('knows every stretch that does not count, the one that still lasts until now', () => {
    const marks = [start, mark('09:10', 'stop'), mark('09:20', 'restart'), pause('10:00')];
    expect(stoppedSpans(clockOf(marks), at('10:30'))).toEqual([
      [at('09:10'), at('09:20')],
      [at('10:00'), at('10:30')],
    ]);
    expect(stoppedSpans(clockOf(marks), at('10:00'))).toEqual([[at('09:10'), at('09:20')]]);
  });
});
