import { useState } from 'react';
import { readDeadline } from '../../../src/panel/deadline';
import type { ChoiceView } from '../../../src/panel/view';
import type { TeamDocument } from '../../../src/settings';
import { localText } from '../../../src/time';
import { useKit } from '../../kit';

type Overrides = NonNullable<NonNullable<TeamDocument['roster']>['overrides']>;
type Override = Overrides[number];

interface OverrideListProps {
  readonly team: string;
  readonly overrides: Overrides;
  readonly people: readonly ChoiceView[];
  /** In which times are typed. */
  readonly timeZone: string;
  /** Epoch ms. */
  readonly now: number;
  readonly onChange: (overrides: Overrides) => void;
}

const DAY = 86_400_000;

const isoOf = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** Who has it instead for a while: before the weekly table and the standing names. */
export function OverrideList({ team, overrides, people, timeZone, now, onChange }: OverrideListProps) {
  const { Button, Select } = useKit();
  const [first] = people;
  const put = (at: number, changed: Override): void =>
    onChange(overrides.map((each, n) => (n === at ? changed : each)));
  return (
    <>
      {overrides.map((override, at) => (
        <fieldset key={`${at} of ${overrides.length}`} className="baton-group">
          <legend>{`Instead, ${at + 1}`}</legend>
          <div className="baton-pair">
            <Select
              name={`${team}-override-${at}`}
              label="On duty instead"
              value={override.person}
              choices={people}
              onChange={person => put(at, { ...override, person })}
            />
            {(['from', 'to'] as const).map(end => (
              <InstantField
                key={end}
                name={`${team}-override-${at}-${end}`}
                label={end === 'from' ? 'From' : 'Until'}
                value={override[end]}
                timeZone={timeZone}
                onChange={instant => put(at, { ...override, [end]: instant })}
              />
            ))}
          </div>
          <div className="baton-actions">
            <Button
              label={`Remove ${at + 1}`}
              emphasis="subtle"
              onPress={() => onChange(overrides.filter((_, n) => n !== at))}
            />
          </div>
        </fieldset>
      ))}
      {first && (
        <div className="baton-actions">
          <Button
            label="Somebody else for a day"
            emphasis="default"
            onPress={() => onChange([...overrides, { person: first.value, from: isoOf(now), to: isoOf(now + DAY) }])}
          />
        </div>
      )}
    </>
  );
}

interface InstantFieldProps extends Pick<OverrideListProps, 'timeZone'> {
  readonly name: string;
  readonly label: string;
  /** An instant as the agreement writes it. */
  readonly value: string;
  readonly onChange: (instant: string) => void;
}

/** An instant, typed on the walls of a zone; kept as it was until what is typed is one. */
function InstantField({ name, label, value, timeZone, onChange }: InstantFieldProps) {
  const { TextField } = useKit();
  const [typed, setTyped] = useState<string>();
  const read = (text: string): { readonly at?: number; readonly problem?: string } => readDeadline(text, timeZone);
  const change = (text: string): void => {
    setTyped(text);
    const { at } = read(text);
    if (at !== undefined) onChange(isoOf(at));
  };
  return (
    <TextField
      {...{ name, label }}
      value={typed ?? localText(Date.parse(value), timeZone)}
      hint={`Like 2026-03-09 08:00, ${timeZone}.`}
      error={typed === undefined ? undefined : read(typed).problem}
      onChange={change}
    />
  );
}
