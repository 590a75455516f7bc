import { readHolidays } from '../../shared/ics';

const now = Date.parse('2026-03-02T09:00:00Z');
const calendar = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lisbon//EN', ...events, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: readonly string[]): string => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n');
const day = (date: string, name: string, ...more: readonly string[]): string =>
  event(`SUMMARY:${name}`, `DTSTART;VALUE=DATE:${date}`, ...more);

describe('A file of holidays', () => {
  it('gives its whole days by date, each once', () => {
    const text = calendar(day('20261208', 'Feast'), day('20260425', 'Freedom day'), day('20260425', 'Freedom day'));
    expect(readHolidays(text, now).days).toEqual([
      { date: '2026-04-25', name: 'Freedom day' },
      { date: '2026-12-08', name: 'Feast' },
    ]);
  });

  it('gives what is every year on one day once, and what moves by its dates for three years', () => {
    const text = calendar(
      day('19740425', 'Freedom day', 'RRULE:FREQ=YEARLY'),
      day('20200101', 'Last Monday of May', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'),
    );
    expect(readHolidays(text, now).days.map(({ date }) => date)).toEqual([
      '*-04-25',
      '2026-05-25',
      '2027-05-31',
      '2028-05-29',
    ]);
  });

  it('gives every day of several in a row, and leaves out what is over or lasts a part of a day', () => {
    const text = calendar(
      day('20261224', 'Company holidays', 'DTEND;VALUE=DATE:20261227'),
      day('20191224', 'Long ago'),
      event('SUMMARY:Office party', 'DTSTART:20261218T150000Z', 'DTEND:20261218T180000Z'),
    );
    const { days, leftOut } = readHolidays(text, now);
    expect(days.map(({ date }) => date)).toEqual(['2026-12-24', '2026-12-25', '2026-12-26']);
    expect(leftOut).toEqual(['Office party']);
  });

  it.each([
    ['no calendar', 'hello', 'has to be one whole VCALENDAR'],
    ['one cut off', calendar(day('20261208', 'Feast')).slice(0, 90), 'has to be one whole VCALENDAR'],
    ['a contact', 'BEGIN:VCARD\r\nFN:Ana\r\nEND:VCARD', 'has to be one whole VCALENDAR'],
    ['one without a whole day', calendar(event('DTSTART:20261218T150000Z')), 'has no whole day from 2026 on'],
    ['a huge one', calendar(`X-NOTE:${'a'.repeat(1_000_001)}`), 'more than a million characters'],
    [
      'one with too many events',
      calendar(...Array.from({ length: 2_001 }, () => day('20261208', 'F'))),
      'more than 2000',
    ],
  ])('that is %s is refused with its reason', (_, text, reason) => {
    expect(() => readHolidays(text, now)).toThrow(reason);
  });

  it('that repeats without end ends all the same', () => {
    const text = calendar(day('20260101', 'Every day', 'RRULE:FREQ=DAILY'));
    expect(readHolidays(text, now).days.length).toBeLessThanOrEqual(100);
  });
});
