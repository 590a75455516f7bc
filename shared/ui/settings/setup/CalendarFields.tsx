import { useState } from 'react';
import { days, hoursText, typedHolidays, typedHours, withHours, type CalendarDocument } from '../../../src/settings';
import { calendarProblems, type Weekday } from '../../../src/time';
import { useKit } from '../../kit';
import { ZoneField } from './ZoneField';

interface CalendarFieldsProps {
  readonly id: string;
  readonly calendar: CalendarDocument;
  readonly onChange: (calendar: CalendarDocument) => void;
}

/** A calendar by its walls: zone, hours of each day, holidays. */
export function CalendarFields({ id, calendar, onChange }: CalendarFieldsProps) {
  const { TextArea } = useKit();
  const { holidays = [] } = calendar;
  const [typed, setTyped] = useState<string>();
  const [problem] = calendarProblems(calendar as Parameters<typeof calendarProblems>[0]);
  const change = (text: string): void => {
    setTyped(text);
    onChange({ ...calendar, holidays: typedHolidays(text) });
  };
  return (
    <>
      <ZoneField
        name={`${id}-zone`}
        label="Time zone"
        value={calendar.timeZone}
        onChange={timeZone => onChange({ ...calendar, timeZone })}
      />
      <div className="baton-days">
        {days.map(([day, name]) => (
          <DayField key={day} {...{ id, day, name, calendar, onChange }} />
        ))}
      </div>
      <TextArea
        name={`${id}-holidays`}
        label="Holidays, one a line"
        rows={3}
        value={typed !== undefined && sameDays(typed, holidays) ? typed : holidays.join('\n')}
        hint="2026-12-28, or *-12-25 for every year."
        error={problem?.message}
        onChange={change}
      />
    </>
  );
}

const sameDays = (typed: string, holidays: readonly string[]): boolean =>
  typedHolidays(typed).join() === holidays.join();

interface DayFieldProps extends CalendarFieldsProps {
  readonly day: Weekday;
  readonly name: string;
}

/** What is being typed stays as it is; only what can be read becomes the calendar's. */
export function DayField({ id, day, name, calendar, onChange }: DayFieldProps) {
  const { TextField } = useKit();
  const stands = hoursText(calendar.weekly, day);
  const [typed, setTyped] = useState(stands);
  const [before, setBefore] = useState(stands);
  if (stands !== before) {
    setBefore(stands);
    if (hoursText({ [day]: typedHours(typed) ?? [] }, day) !== stands) setTyped(stands);
  }
  const change = (text: string): void => {
    setTyped(text);
    const hours = typedHours(text);
    if (hours) onChange(withHours(calendar, day, hours));
  };
  return (
    <TextField
      name={`${id}-${day}`}
      label={name}
      value={typed}
      error={typedHours(typed) ? undefined : 'Write it as 09:00-17:30; leave it empty for closed.'}
      onChange={change}
    />
  );
}
