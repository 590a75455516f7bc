import { isThresholdBetween, minutesAfter, untilNextMinute, wordsAfter } from '../../shared/ui/panel/minutes';

const MINUTE = 60_000;
const countdown = (remaining: number, ticksFor = 10 * 60 * MINUTE) => ({
  remaining,
  ticksFor,
  left: '{left} of 4 h left',
  overdue: 'overdue by {left}',
});

it('counts down while the clock runs', () => {
  expect(wordsAfter(countdown(83 * MINUTE), 0)).toBe('1 h 23 min of 4 h left');
  expect(wordsAfter(countdown(83 * MINUTE), 24 * MINUTE)).toBe('59 min of 4 h left');
});

it('goes on counting once it is overdue', () => {
  expect(wordsAfter(countdown(5 * MINUTE), 47 * MINUTE)).toBe('overdue by 42 min');
});

it('stands still when the clock does', () => {
  expect(wordsAfter(countdown(83 * MINUTE, 0), 24 * MINUTE)).toBe('1 h 23 min of 4 h left');
  expect(untilNextMinute(countdown(83 * MINUTE, 0), 0)).toBeUndefined();
  expect(untilNextMinute(countdown(83 * MINUTE, 5 * MINUTE), 5 * MINUTE)).toBeUndefined();
});

it.each([83 * MINUTE + 30_000, 30_000, 0, -30_000, -90_000])(
  'says something new when it next looks: %d ms left',
  remaining => {
    const wait = untilNextMinute(countdown(remaining), 0)!;
    expect(minutesAfter(countdown(remaining), wait)).toBe(minutesAfter(countdown(remaining), 0) - 1);
    expect(minutesAfter(countdown(remaining), wait - 2)).toBe(minutesAfter(countdown(remaining), 0));
  },
);

it('is read out only when a threshold is passed', () => {
  expect(isThresholdBetween(16, 15)).toBe(false);
  expect(isThresholdBetween(15, 14)).toBe(true);
  expect(isThresholdBetween(14, 13)).toBe(false);
  expect(isThresholdBetween(0, -1)).toBe(true);
});
