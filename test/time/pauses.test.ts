import { CalendarError, dueAfter, elapsedWithin } from '../../shared/src/time';
import { at, hours, iso, minutes } from './instants';
import { office } from './office';

const monday = (time: string): number => at(`2026-05-04T${time}:00Z`); // open 06:00Z to 14:00Z
const tuesday = (time: string): number => at(`2026-05-05T${time}:00Z`); // open 05:00Z to 09:00Z, 10:00Z to 15:00Z

describe('a pause does not count', () => {
  it('moves the due instant by the service time it covers', () => {
    const except: [number, number][] = [[monday('08:00'), monday('09:30')]];
    expect(iso(dueAfter(office, monday('07:00'), hours(2), { except }))).toBe('2026-05-04T10:30:00.000Z');
    expect(elapsedWithin(office, monday('07:00'), monday('10:30'), { except })).toBe(hours(2));
  });

  it('moves nothing while the calendar is closed', () => {
    const except: [number, number][] = [[monday('14:00'), tuesday('05:00')]];
    expect(dueAfter(office, monday('13:00'), hours(2), { except })).toBe(tuesday('06:00'));
  });

  it('moves nothing after the due instant or before the start', () => {
    const except: [number, number][] = [
      [monday('06:00'), monday('07:00')],
      [monday('09:00'), monday('12:00')],
    ];
    expect(dueAfter(office, monday('07:00'), hours(2), { except })).toBe(monday('09:00'));
  });

  it('may cover the start, or cover it by half', () => {
    const except: [number, number][] = [[monday('06:30'), monday('08:00')]];
    expect(dueAfter(office, monday('07:00'), minutes(30), { except })).toBe(monday('08:30'));
    expect(elapsedWithin(office, monday('07:00'), monday('08:30'), { except })).toBe(minutes(30));
  });

  it('counts once where pauses overlap, in whatever order they come', () => {
    const except: [number, number][] = [
      [monday('12:00'), monday('13:00')],
      [monday('08:00'), monday('10:00')],
      [monday('09:00'), monday('11:00')],
      [monday('09:15'), monday('09:30')],
    ];
    expect(dueAfter(office, monday('07:00'), hours(3), { except })).toBe(tuesday('05:00') - hours(15));
    expect(dueAfter(office, monday('07:00'), hours(4), { except })).toBe(tuesday('06:00'));
    expect(elapsedWithin(office, monday('07:00'), tuesday('06:00'), { except })).toBe(hours(4));
  });

  it('counts in a walk back too', () => {
    const except: [number, number][] = [
      [monday('12:00'), monday('13:00')],
      [monday('09:30'), monday('10:00')],
    ];
    expect(dueAfter(office, monday('12:30'), hours(-3), { except })).toBe(monday('08:30'));
    expect(dueAfter(office, tuesday('05:30'), hours(-1.5), { except })).toBe(monday('13:00'));
    expect(elapsedWithin(office, tuesday('05:30'), monday('08:30'), { except })).toBe(hours(-4.5));
  });

  it('is empty when it ends at or before its start', () => {
    const except: [number, number][] = [
      [monday('10:00'), monday('08:00')],
      [monday('09:00'), monday('09:00')],
    ];
    expect(dueAfter(office, monday('07:00'), hours(2), { except })).toBe(monday('09:00'));
  });

  it('may still be running: time stands still from its start', () => {
    const except: [number, number][] = [[monday('09:00'), Infinity]];
    expect(elapsedWithin(office, monday('07:00'), tuesday('15:00'), { except })).toBe(hours(2));
    expect(dueAfter(office, monday('07:00'), hours(2), { except })).toBe(monday('09:00'));
    expect(() => dueAfter(office, monday('07:00'), hours(2) + 1, { except })).toThrow(
      expect.objectContaining({ code: 'never' }),
    );
  });

  it('leaves the list it was given alone', () => {
    const except = Object.freeze([
      Object.freeze([monday('10:00'), monday('11:00')] as const),
      Object.freeze([monday('08:00'), monday('09:00')] as const),
    ]);
    dueAfter(office, monday('07:00'), hours(2), { except });
    expect(except[0]).toEqual([monday('10:00'), monday('11:00')]);
  });

  it('is refused with its place in the list when it is no pair of instants', () => {
    const ask = (): number =>
      elapsedWithin(office, 0, 1, {
        except: [
          [0, 1],
          [NaN, 1],
        ],
      });
    expect(ask).toThrow(CalendarError);
    expect(ask).toThrow(expect.objectContaining({ code: 'bad-pause', path: 'except.1' }));
  });
});
