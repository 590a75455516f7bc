import { parseAgreement } from '../../shared/src/agreement';
import { besides, importShifts } from '../../scripts/roster/importShifts';
import { readShifts, type Window } from '../../shared/ics';
import { told } from '../../scripts/roster/told';
import { storyDocument } from '../support/agreement';

const madrid = 'Europe/Madrid';
const window: Window = {
  ...{ from: Date.parse('2026-03-01T00:00:00Z'), until: Date.parse('2026-05-01T00:00:00Z'), zone: madrid },
};
const calendar = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Contoso//Shifts//EN', ...events, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: readonly string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const iso = (at: number): string => new Date(at).toISOString().slice(0, 16);
const spans = (text: string, within = window) => readShifts(text, within).map(({ from, to }) => [iso(from), iso(to)]);

const night = (...more: readonly string[]): string =>
  event(
    ...['UID:night', 'SUMMARY:Omar Said', `DTSTART;TZID=${madrid}:20260327T220000`],
    ...[`DTEND;TZID=${madrid}:20260328T060000`, 'RRULE:FREQ=DAILY;COUNT=4', ...more],
  );

describe('shifts of a calendar file', () => {
  it('keep to the walls in the night in which the clocks change', () => {
    expect(spans(calendar(night()))).toEqual([
      ['2026-03-27T21:00', '2026-03-28T05:00'],
      ['2026-03-28T21:00', '2026-03-29T04:00'],
      ['2026-03-29T20:00', '2026-03-30T04:00'],
      ['2026-03-30T20:00', '2026-03-31T04:00'],
    ]);
  });

  it('follow one another without a gap over every change of the clocks, in every zone', () => {
    for (const [zone, day] of [
      [madrid, '20260328'],
      [madrid, '20261024'],
      ['America/New_York', '20260307'],
      ['Australia/Lord_Howe', '20261003'],
    ] as const) {
      const shift = (name: string, from: string, to: string, next = 0) =>
        event(
          ...[`UID:${name}`, `SUMMARY:${name}`, `DTSTART;TZID=${zone}:${day}T${from}`],
          ...[`DTEND;TZID=${zone}:${Number(day) + next}T${to}`, 'RRULE:FREQ=DAILY;COUNT=3'],
        );
      const wide = { from: 0, until: Date.parse('2027-01-01T00:00:00Z'), zone };
      const three = calendar(
        shift('early', '000000', '080000'),
        shift('late', '080000', '160000'),
        shift('night', '160000', '000000', 1),
      );
      const found = readShifts(three, wide);
      expect(found).toHaveLength(9);
      expect(found.slice(1).map(({ from }) => from)).toEqual(found.slice(0, -1).map(({ to }) => to));
    }
  });

  it('leave out what is left out, and lie where they were moved to', () => {
    const moved = event(
      ...['UID:night', 'SUMMARY:Grace Kim', `RECURRENCE-ID;TZID=${madrid}:20260329T220000`],
      ...[`DTSTART;TZID=${madrid}:20260329T230000`, `DTEND;TZID=${madrid}:20260330T050000`],
    );
    const shifts = readShifts(calendar(night(`EXDATE;TZID=${madrid}:20260328T220000`), moved), window);
    expect(shifts.map(({ from, summary }) => [iso(from), summary])).toEqual([
      ['2026-03-27T21:00', 'Omar Said'],
      ['2026-03-29T21:00', 'Grace Kim'],
      ['2026-03-30T20:00', 'Omar Said'],
    ]);
  });

  it('are read by the usual zone where they name none, by UTC where they say so, and within the window only', () => {
    const floating = event('UID:1', 'DTSTART:20260302T090000', 'DTEND:20260302T170000', 'SUMMARY:x');
    const utc = event('UID:2', 'DTSTART:20260303T090000Z', 'DURATION:PT8H', 'SUMMARY:x');
    const late = event('UID:3', 'DTSTART:20260601T090000Z', 'DTEND:20260601T100000Z', 'SUMMARY:x');
    expect(spans(calendar(floating, utc, late))).toEqual([
      ['2026-03-02T08:00', '2026-03-02T16:00'],
      ['2026-03-03T09:00', '2026-03-03T17:00'],
    ]);
  });

  it('are none where the file is no calendar', () => {
    expect(() => readShifts('Mon: Omar', window)).toThrow('The calendar file cannot be read');
    expect(() => readShifts('{}', window)).toThrow('The calendar file cannot be read');
  });
});

describe('a roster from a calendar file', () => {
  const { people } = parseAgreement(JSON.stringify(storyDocument()));
  const shift = (who: string, from: string, to: string, emails: readonly string[] = []) => ({
    ...{ summary: who, from: Date.parse(`${from}:00Z`), to: Date.parse(`${to}:00Z`), emails },
  });
  const imported = importShifts(people, [
    shift('On call: Omar Said', '2026-03-02T08:00', '2026-03-02T16:00'),
    shift('', '2026-03-02T15:00', '2026-03-02T22:00', ['grace@northwind.example']),
    shift('Zoe', '2026-03-02T22:00', '2026-03-03T06:00'),
    shift('omar', '2026-03-03T06:00', '2026-03-03T14:00'),
  ]);

  it('knows people by address, id or name, and lists whom it does not know', () => {
    expect(imported.overrides.map(({ person }) => person)).toEqual(['omar', 'grace', 'omar']);
    expect(imported.unknown).toEqual(['Zoe']);
  });

  it('says what nobody has and what more than one has', () => {
    expect(imported.gaps.map(([from, to]) => [iso(from), iso(to)])).toEqual([['2026-03-02T22:00', '2026-03-03T06:00']]);
    expect(imported.overlaps.map(([from, to]) => [iso(from), iso(to)])).toEqual([
      ['2026-03-02T15:00', '2026-03-02T16:00'],
    ]);
  });

  it('shows line by line what changes, and keeps what lies outside of what was read', () => {
    const [first] = imported.overrides;
    const old = { person: 'grace', from: '2026-02-01T08:00:00Z', to: '2026-02-01T16:00:00Z' };
    const wrong = { person: 'grace', from: '2026-03-02T08:00:00Z', to: '2026-03-02T15:00:00Z' };
    const kept = besides([old, wrong], window);
    expect(kept).toEqual([old]);
    const lines = told([old, wrong], [...kept, first!], { ...imported, overrides: [first!] }, madrid);
    expect(lines.slice(0, 2)).toEqual([
      '- grace: 2026-03-02 09:00 to 2026-03-02 16:00',
      '+ omar: 2026-03-02 09:00 to 2026-03-02 17:00',
    ]);
    expect(lines).toContain('Not in the agreement, so left out: Zoe.');
  });
});
