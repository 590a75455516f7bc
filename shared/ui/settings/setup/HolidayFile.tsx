import { useId, useState } from 'react';
import type { CalendarDocument } from '../../../src/settings';
import type { Holidays } from '../../../ics';
import { useKit } from '../../kit';

interface HolidayFileProps {
  readonly use: string;
  readonly calendar: CalendarDocument;
  /** Epoch ms. */
  readonly now: number;
  readonly onChange: (calendar: CalendarDocument) => void;
}

type Said = { readonly tone: 'info' | 'error'; readonly title: string };

const joined = (calendar: CalendarDocument, { days }: Holidays): CalendarDocument => ({
  ...calendar,
  holidays: [...new Set([...(calendar.holidays ?? []), ...days.map(({ date }) => date)])].sort(),
});

const saidOf = ({ days, leftOut }: Holidays): Said => {
  const rest =
    leftOut.length === 0 ? '' : ` Left out, since they do not last all day: ${leftOut.slice(0, 5).join(', ')}.`;
  return {
    tone: 'info',
    title: `${days.length} holidays were taken, the first ${days[0]?.date} (${days[0]?.name}).${rest}`,
  };
};

/** As large as a file is read, in bytes. */
const LARGEST = 1_000_000;

/** Holidays from a calendar file; the reader of such files is loaded when one is chosen. */
export function HolidayFile({ use, calendar, now, onChange }: HolidayFileProps) {
  const { Banner } = useKit();
  const id = useId();
  const [said, setSaid] = useState<Said>();
  const take = async (file: File): Promise<void> => {
    try {
      if (file.size > LARGEST) throw new Error('The file is larger than 1 MB. Export the holidays only.');
      const { readHolidays } = await import('../../../ics');
      const holidays = readHolidays(await file.text(), now);
      onChange(joined(calendar, holidays));
      setSaid(saidOf(holidays));
    } catch (error) {
      setSaid({ tone: 'error', title: error instanceof Error ? error.message : 'The file cannot be read.' });
    }
  };
  return (
    <div className="baton-field">
      <label htmlFor={id}>Holidays from a calendar file (.ics)</label>
      <input
        id={id}
        type="file"
        accept=".ics,text/calendar"
        aria-label={`Holidays from a calendar file: ${use}`}
        onChange={event => {
          const file = event.currentTarget.files?.[0];
          if (file) void take(file);
          event.currentTarget.value = '';
        }}
      />
      {said && <Banner tone={said.tone} title={said.title} />}
    </div>
  );
}
