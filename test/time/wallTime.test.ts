import { instantOf, isTimeZone, localText, wallClock, zoneOffsetText } from '../../shared/src/time';
import { at, iso } from './instants';

const instant = (wall: string, zone: string): string | undefined => {
  const found = instantOf(wall, zone);
  return found === undefined ? undefined : iso(found);
};

describe('wallClock reads the clock on the wall', () => {
  it('in a zone at an instant', () => {
    expect(wallClock(at('2026-03-29T01:00:00Z'), 'Europe/Vilnius')).toEqual({
      year: 2026,
      month: 3,
      day: 29,
      hour: 4,
      minute: 0,
      second: 0,
      weekday: 'sun',
    });
    expect(wallClock(at('2026-12-31T23:59:59.999Z'), 'Asia/Kathmandu')).toEqual({
      year: 2027,
      month: 1,
      day: 1,
      hour: 5,
      minute: 44,
      second: 59,
      weekday: 'fri',
    });
  });

  it('before 1970 as after', () => {
    expect(wallClock(at('1969-12-31T23:30:00Z'), 'UTC')).toMatchObject({ year: 1969, hour: 23, weekday: 'wed' });
  });

  it('and refuses a zone that is none', () => {
    expect(() => wallClock(0, 'Mars/Olympus')).toThrow(expect.objectContaining({ code: 'unknown-zone' }) as Error);
  });
});

describe('localText', () => {
  it.each([
    ['2026-03-29T00:59:59Z', '2026-03-29 02:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29 04:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25 03:30'],
    ['2026-10-25T01:30:00Z', '2026-10-25 03:30'],
  ])('writes %s as %s in Vilnius', (instantText, wall) => {
    expect(localText(at(instantText), 'Europe/Vilnius')).toBe(wall);
  });
});

describe('instantOf reads a typed wall time', () => {
  it.each([
    ['2026-05-04 09:00', 'Europe/Vilnius', '2026-05-04T06:00:00.000Z'],
    ['2026-05-04T09:00', 'Europe/Vilnius', '2026-05-04T06:00:00.000Z'],
    ['2026-05-04 09:00', 'America/New_York', '2026-05-04T13:00:00.000Z'],
    ['2026-05-04 09:00', 'Asia/Kolkata', '2026-05-04T03:30:00.000Z'],
    ['2026-10-25 04:00', 'Europe/Vilnius', '2026-10-25T02:00:00.000Z'], // just after 03:00 to 04:00 was shown twice
    ['2024-02-29 00:00', 'Pacific/Kiritimati', '2024-02-28T10:00:00.000Z'],
    ['2026-05-04 23:59', 'Pacific/Pago_Pago', '2026-05-05T10:59:00.000Z'],
  ])('%s in %s as %s', (wall, zone, wanted) => {
    expect(instant(wall, zone)).toBe(wanted);
  });

  it.each([
    ['an hour', '2026-03-29 03:30', 'Europe/Vilnius', '2026-03-29T01:00:00.000Z'],
    ['the first minute of one', '2026-03-29 03:00', 'Europe/Vilnius', '2026-03-29T01:00:00.000Z'],
    ['half an hour', '2026-10-04 02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['a whole day', '2011-12-30 12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('as the next real instant when the clock skips %s', (_, wall, zone, wanted) => {
    expect(instant(wall, zone)).toBe(wanted);
  });

  it.each([
    ['2026-10-25 03:30', 'Europe/Vilnius', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01 01:00', 'America/New_York', '2026-11-01T05:00:00.000Z'],
    ['2026-04-05 01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
  ])('as the earlier instant when the clock shows %s twice in %s', (wall, zone, wanted) => {
    expect(instant(wall, zone)).toBe(wanted);
  });

  it.each([
    '',
    'tomorrow',
    '2026-05-04',
    '2026-05-04 9:00',
    '2026-05-04 24:00',
    '2026-05-04 12:60',
    '2026-02-30 12:00',
    '2026-05-04 09:00Z',
    '2026-05-04 09:00:00',
    '26-05-04 09:00',
    ' 2026-05-04 09:00',
    '1899-12-31 09:00',
    '2200-01-02 00:00',
  ])('as nothing when it is %p', wall => {
    expect(instantOf(wall, 'Europe/Vilnius')).toBeUndefined();
  });

  it('as nothing in a zone that is none', () => {
    expect(instantOf('2026-05-04 09:00', 'Europe/Atlantis')).toBeUndefined();
  });
});

describe('zoneOffsetText', () => {
  it.each([
    ['2026-01-15T12:00:00Z', 'Europe/Vilnius', '+02:00'],
    ['2026-07-15T12:00:00Z', 'Europe/Vilnius', '+03:00'],
    ['2026-07-15T12:00:00Z', 'UTC', '+00:00'],
    ['2026-07-15T12:00:00Z', 'America/St_Johns', '-02:30'],
    ['2026-07-15T12:00:00Z', 'Asia/Kathmandu', '+05:45'],
    ['1971-07-15T12:00:00Z', 'Africa/Monrovia', '-00:44:30'],
    ['1905-01-15T12:00:00Z', 'Europe/Paris', '+00:09:21'],
  ])('at %s in %s is %s', (instantText, zone, wanted) => {
    expect(zoneOffsetText(at(instantText), zone)).toBe(wanted);
  });
});

describe('isTimeZone', () => {
  it.each(['UTC', 'Etc/UTC', 'Europe/Vilnius', 'America/Argentina/Buenos_Aires'])('knows %s', name => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', 'Europe/Atlantis', '+02:00', 'UTC+2', 'constructor', undefined, null, 2])('does not take %p', name => {
    expect(isTimeZone(name)).toBe(false);
  });
});
