import type { ChoiceView } from '../../../src/panel/view';
import { days, type TeamDocument } from '../../../src/settings';
import { useKit } from '../../kit';
import { DayField } from './CalendarFields';

type Shifts = NonNullable<NonNullable<TeamDocument['roster']>['weekly']>;
type Shift = Shifts[number];

interface ShiftTableProps {
  readonly team: string;
  readonly shifts: Shifts;
  readonly people: readonly ChoiceView[];
  readonly onChange: (shifts: Shifts) => void;
}

/** The weekly table of a team: who, who stands in, and the hours of each day. */
export function ShiftTable({ team, shifts, people, onChange }: ShiftTableProps) {
  const { Button } = useKit();
  const put = (at: number, shift: Shift): void => onChange(shifts.map((each, n) => (n === at ? shift : each)));
  const [first] = people;
  return (
    <>
      {shifts.map((shift, at) => (
        <fieldset key={at} className="baton-group">
          <legend>{`Shift ${at + 1}`}</legend>
          <ShiftFields name={`${team}-shift-${at}`} {...{ shift, people }} onChange={changed => put(at, changed)} />
          <div className="baton-actions">
            <Button
              label={`Remove shift ${at + 1}`}
              emphasis="subtle"
              onPress={() => onChange(shifts.filter((_, n) => n !== at))}
            />
          </div>
        </fieldset>
      ))}
      {first && (
        <div className="baton-actions">
          <Button
            label="Add a shift"
            emphasis="default"
            onPress={() => onChange([...shifts, { person: first.value, hours: {} }])}
          />
        </div>
      )}
    </>
  );
}

interface ShiftFieldsProps extends Pick<ShiftTableProps, 'people'> {
  readonly name: string;
  readonly shift: Shift;
  readonly onChange: (shift: Shift) => void;
}

function ShiftFields({ name, shift, people, onChange }: ShiftFieldsProps) {
  const { Select } = useKit();
  const { person, backup = '', hours } = shift;
  const calendar = { timeZone: 'UTC', weekly: hours };
  return (
    <>
      <div className="baton-pair">
        <Select
          name={`${name}-person`}
          label="On duty"
          value={person}
          choices={people}
          onChange={chosen => onChange({ ...shift, person: chosen })}
        />
        <Select
          name={`${name}-backup`}
          label="Stands in"
          value={backup}
          choices={[{ value: '', label: 'As the team says' }, ...people]}
          onChange={chosen => onChange({ person, hours, ...(chosen === '' ? {} : { backup: chosen }) })}
        />
      </div>
      <div className="baton-days">
        {days.map(([day, called]) => (
          <DayField
            key={day}
            id={name}
            {...{ day, name: called, calendar }}
            onChange={({ weekly }) => onChange({ ...shift, hours: weekly })}
          />
        ))}
      </div>
    </>
  );
}
