import { clockText, countdownText, inWordsOf, shortClock, spokenDuration, wordsOf } from '../../shared/src/panel';
import { at } from './told';

const MINUTE = 60_000;

describe('a duration in words', () => {
  it.each([
    [83 * MINUTE, '1 h 23 min'],
    [65 * MINUTE, '1 h 05 min'],
    [4 * 60 * MINUTE, '4 h'],
    [50 * 60 * MINUTE, '50 h'],
    [23 * MINUTE, '23 min'],
    [MINUTE, '1 min'],
    [MINUTE - 1, 'under a minute'],
    [0, 'under a minute'],
  ])('says %i ms as whole minutes, rounded down', (ms, words) => {
    expect(spokenDuration(ms)).toBe(words);
  });
});

describe('a time on the clock', () => {
  const now = at('2025-11-28T10:00:00Z');
  it.each([
    ['2025-11-28T11:55:00Z', '11:55 today'],
    ['2025-11-28T23:59:00Z', '23:59 today'],
    ['2025-11-29T00:00:00Z', '00:00 tomorrow'],
    ['2025-11-27T11:55:00Z', '11:55 yesterday'],
    ['2025-12-01T08:00:00Z', 'Mon 08:00'],
    ['2025-12-04T08:00:00Z', 'Thu 08:00'],
    ['2025-12-05T11:55:00Z', 'Fri 5 Dec 11:55'],
    ['2025-11-21T11:55:00Z', 'Fri 21 Nov 11:55'],
    ['2026-11-27T11:55:00Z', 'Fri 27 Nov 2026 11:55'],
  ])('says %s as people do', (iso, words) => {
    expect(clockText(at(iso), 'Europe/Lisbon', now)).toBe(words);
  });

  it('names the day of the viewer, not of the clock in London', () => {
    expect(clockText(at('2025-11-28T23:30:00Z'), 'Europe/Madrid', now)).toBe('00:30 tomorrow');
    expect(clockText(at('2025-11-28T02:30:00Z'), 'America/New_York', now)).toBe('21:30 yesterday');
  });

  it('leaves today out in a list and names other days', () => {
    expect(shortClock(at('2025-11-28T10:08:00Z'), 'Europe/Madrid', now)).toBe('11:08');
    expect(shortClock(at('2025-11-27T10:08:00Z'), 'Europe/Madrid', now)).toBe('Thu 11:08');
  });
});

describe('a countdown', () => {
  const words = { left: '{left} of 4 h left', overdue: 'overdue by {left}' };

  it('counts the minutes left, rounded down', () => {
    const countdown = { remaining: 83 * MINUTE + 59_000, ...words };
    expect(countdownText(countdown, 0, 4 * 60 * MINUTE)).toBe('1 h 23 min of 4 h left');
    expect(countdownText(countdown, 60_000, 4 * 60 * MINUTE)).toBe('1 h 22 min of 4 h left');
  });

  it('turns into time over once the minutes are used', () => {
    const countdown = { remaining: 2 * MINUTE, ...words };
    expect(countdownText(countdown, 2 * MINUTE, 60 * MINUTE)).toBe('under a minute of 4 h left');
    expect(countdownText(countdown, 5 * MINUTE, 60 * MINUTE)).toBe('overdue by 3 min');
  });

  it('stands still where the clock stops', () => {
    const countdown = { remaining: 10 * MINUTE, ...words };
    expect(countdownText(countdown, 30 * MINUTE, 4 * MINUTE)).toBe('6 min of 4 h left');
    expect(countdownText(countdown, 30 * MINUTE, 0)).toBe('10 min of 4 h left');
  });

  it('never counts backwards when the viewer’s clock is behind', () => {
    expect(countdownText({ remaining: 10 * MINUTE, ...words }, -5 * MINUTE, 60 * MINUTE)).toBe('10 min of 4 h left');
  });
});

describe('the words of a desk', () => {
  it('are its own', () => {
    expect(wordsOf('jira')).toMatchObject({ ticket: 'work item', space: 'space', owner: 'assignee' });
    expect(wordsOf('freshservice')).toMatchObject({ ticket: 'ticket', space: 'workspace', owner: 'agent group' });
  });

  it('replace the word ticket in a sentence and leave names alone', () => {
    expect(inWordsOf('jira', 'That is not before the ticket is due.')).toBe('That is not before the work item is due.');
    expect(inWordsOf('jira', 'Ticket Office holds this ticket.')).toBe('Ticket Office holds this work item.');
    expect(inWordsOf('freshservice', 'That is not before the ticket is due.')).toBe(
      'That is not before the ticket is due.',
    );
  });
});
