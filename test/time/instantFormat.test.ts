import { tz } from '@date-fns/tz';
import { format } from 'date-fns';
import { instantFormat, instantText, isoReader } from '@baton/shared';
import * as fc from 'fast-check';

const read = (pattern: string, text: string, zone = 'UTC') => {
  const at = instantFormat(pattern, zone)?.(text);
  return at === undefined ? undefined : instantText(at);
};

test.each([
  ['dd-MM-yyyy HH:mm', '29-02-2016 01:16', '2016-02-29T01:16:00.000Z'],
  ['d/M/yy h:mm a', '7/5/26 12:05 am', '2026-05-07T00:05:00.000Z'],
  ['EEEE, MMMM d, yyyy h:mm:ss a', 'Thursday, May 7, 2026 1:05:09 PM', '2026-05-07T13:05:09.000Z'],
  ["yyyyMMdd'T'HHmmssSSS", '20260507T130509042', '2026-05-07T13:05:09.042Z'],
  ['yyyy-MM-dd HH:mm xxx', '2026-05-07 13:05 +02:00', '2026-05-07T11:05:00.000Z'],
  ["dd 'o''clock' HH MM yyyy", "07 o'clock 13 05 2026", '2026-05-07T13:00:00.000Z'],
  ['t', '1778151600', '2026-05-07T11:00:00.000Z'],
])('%s reads %s', (pattern, text, instant) => expect(read(pattern, text)).toBe(instant));

test.each([
  ['dd-MM-yyyy HH:mm', '30-02-2016 01:16'],
  ['dd-MM-yyyy HH:mm', '01-13-2016 01:16'],
  ['dd-MM-yyyy HH:mm', '01-12-2016 25:16'],
  ['dd-MM-yyyy HH:mm', '01-12-2016 12:60'],
  ['dd-MM-yyyy HH:mm', '01-12-2016 12:16 or so'],
  ['h:mm a dd MM yyyy', '13:05 pm 01 01 2026'],
  ['dd-MM-yyyy', '01-12-0216'],
])('%s finds no instant in %s', (pattern, text) => expect(read(pattern, text)).toBeUndefined());

test('a wall time is meant in its zone: the earlier one of two, and the next real instant where there is none', () => {
  expect(read('yyyy-MM-dd HH:mm', '2026-07-01 12:00', 'Europe/Vilnius')).toBe('2026-07-01T09:00:00.000Z');
  expect(read('yyyy-MM-dd HH:mm', '2026-10-25 03:30', 'Europe/Vilnius')).toBe('2026-10-25T00:30:00.000Z');
  expect(read('yyyy-MM-dd HH:mm', '2026-03-29 03:30', 'Europe/Vilnius')).toBe('2026-03-29T01:00:00.000Z');
});

test('a token that is not known here makes no reader', () => expect(instantFormat('PPpp', 'UTC')).toBeUndefined());

test.each([
  ['2026-05-07', '2026-05-06T21:00:00.000Z'],
  ['2026-05-07 14:00', '2026-05-07T11:00:00.000Z'],
  ['2026-05-07T14:00:01,5', '2026-05-07T11:00:01.500Z'],
  ['20260507T110000Z', '2026-05-07T11:00:00.000Z'],
  ['2026-05-07T11:00:00.042+0000', '2026-05-07T11:00:00.042Z'],
  ['2026-05-07T24:00Z', '2026-05-08T00:00:00.000Z'],
])('ISO 8601 %s, in Vilnius unless it says otherwise', (text, instant) => {
  expect(instantText(isoReader('Europe/Vilnius')(text) ?? NaN)).toBe(instant);
});

test.each(['2026-02-30', '2026-05-07T24:01Z', '07.05.2026', '2026-05-07T11', '', '3000-01-01'])(
  '"%s" is no ISO 8601',
  text => expect(isoReader('UTC')(text)).toBeUndefined(),
);

test('what date-fns writes is read back', () => {
  const patterns = [
    'dd-MM-yyyy HH:mm:ss',
    'yyyy-MM-dd hh:mm:ss aaa',
    "d MMM yyyy 'at' H:m:s",
    'MMMM d, yyyy HH:mm:ss xxx',
    'T',
  ];
  const seconds = fc.integer({ min: Date.UTC(1971, 0) / 1000, max: Date.UTC(2069, 0) / 1000 });
  fc.assert(
    fc.property(
      seconds,
      fc.constantFrom(...patterns),
      fc.constantFrom('UTC', 'Asia/Kolkata'),
      (second, pattern, zone) => {
        const text = format(new Date(second * 1000), pattern, { in: tz(zone) });
        expect(instantFormat(pattern, zone)?.(text)).toBe(second * 1000);
      },
    ),
  );
});
