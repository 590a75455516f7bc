import { importedHours, type CalendarDocument, type DeskHours } from '../../../src/settings';
import type { AgreementDocument } from '../../../src/agreement';
import { useKit } from '../../kit';
import { CalendarFields } from './CalendarFields';
import { HolidayFile } from './HolidayFile';
import { sideNames, type SetupProps } from './setupProps';

/** Which calendar says what, in the words of whoever keeps it. */
function uses(draft: AgreementDocument): readonly (readonly [id: string, use: string])[] {
  const names = sideNames(draft);
  const { msp, client } = draft.parties;
  const named: readonly (readonly [string, string])[] = [
    [client.hours, `When ${names.client} is open`],
    [msp.hours, `When ${names.msp} is open`],
    [draft.service.hours, 'The hours promised to the customer'],
  ];
  const others = Object.keys(draft.calendars).filter(id => !named.some(([name]) => name === id));
  return [...named, ...others.map(id => [id, `Calendar “${id}”`] as const)];
}

/** When each side is open, taken from the desk, from a file of holidays, or typed. */
export function Hours({ draft, known, view, isEditable, onChange }: SetupProps) {
  const change = (id: string, calendar: CalendarDocument): void => {
    if (isEditable) onChange({ ...draft, calendars: { ...draft.calendars, [id]: calendar } });
  };
  const shown = new Map(uses(draft).map(([id, use]) => [id, use]));
  return (
    <div className="baton-fields">
      <p className="baton-muted">
        Clocks of a side run while it is open.{' '}
        {view.desk === 'jira' && 'Jira lets no app read its calendars, so type the hours in.'}
      </p>
      {[...shown].map(([id, use]) => {
        const calendar = draft.calendars[id];
        if (!calendar) return null;
        return (
          <fieldset key={id} className="baton-group">
            <legend>{use}</legend>
            <Imports hours={known.view?.hours ?? []} onTake={taken => change(id, taken)} use={use} />
            <CalendarFields id={id} calendar={calendar} onChange={changed => change(id, changed)} />
            <HolidayFile use={use} calendar={calendar} now={view.now} onChange={changed => change(id, changed)} />
          </fieldset>
        );
      })}
    </div>
  );
}

interface ImportsProps {
  readonly hours: readonly DeskHours[];
  readonly use: string;
  readonly onTake: (calendar: CalendarDocument) => void;
}

/** The desk's own hours, to be taken as they are. */
function Imports({ hours, use, onTake }: ImportsProps) {
  const { Button } = useKit();
  if (hours.length === 0) return null;
  return (
    <div className="baton-actions">
      {hours.map(each => {
        const imported = importedHours(each);
        return imported.ok ? (
          <Button
            key={each.id}
            label={`Take “${each.name}” of the desk`}
            emphasis="default"
            onPress={() => onTake(imported.calendar)}
          />
        ) : (
          <p key={each.id} className="baton-warning" aria-label={use}>
            {imported.sentence}
          </p>
        );
      })}
    </div>
  );
}
