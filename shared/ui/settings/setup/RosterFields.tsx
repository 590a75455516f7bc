import { useState } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import type { TeamDocument } from '../../../src/settings';
import { useKit } from '../../kit';

interface RosterFieldsProps {
  readonly draft: AgreementDocument;
  readonly onChange: (draft: AgreementDocument) => void;
}

type Roster = NonNullable<TeamDocument['roster']>;

/** Who is on duty for each team, and who stands in. */
export function RosterFields({ draft, onChange }: RosterFieldsProps) {
  const { Disclosure } = useKit();
  const [isOpen, setOpen] = useState(false);
  const teams = Object.entries(draft.teams);
  if (teams.length === 0) return null;
  const change = (id: string, roster: Roster): void =>
    onChange({ ...draft, teams: { ...draft.teams, [id]: { ...draft.teams[id]!, roster } } });
  return (
    <Disclosure label="Who is on duty" isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
      <div className="baton-groups">
        {teams.map(([id, team]) => (
          <TeamRoster key={id} {...{ id, team, draft }} onChange={roster => change(id, roster)} />
        ))}
      </div>
    </Disclosure>
  );
}

interface TeamRosterProps {
  readonly id: string;
  readonly team: TeamDocument;
  readonly draft: AgreementDocument;
  readonly onChange: (roster: Roster) => void;
}

/** Standing names; a weekly table and overrides, which an agreement file may bring, are said and kept. */
function TeamRoster({ id, team, draft, onChange }: TeamRosterProps) {
  const { Select } = useKit();
  const { roster = {} } = team;
  const { weekly = [], overrides = [] } = roster;
  const members = Object.entries(draft.people)
    .filter(([, { teams = [], active = true }]) => teams.includes(id) && active)
    .map(([value, { name }]) => ({ value, label: name }));
  const choices = [{ value: '', label: 'Nobody' }, ...members];
  const set = (part: 'onDuty' | 'backup', person: string): void => {
    const { [part]: _, ...others } = roster;
    onChange(person === '' ? others : { ...others, [part]: person });
  };
  return (
    <fieldset className="baton-group">
      <legend>{team.name}</legend>
      <div className="baton-pair">
        <Select
          name={`${id}-on-duty`}
          label="On duty"
          value={roster.onDuty ?? ''}
          choices={choices}
          onChange={person => set('onDuty', person)}
        />
        <Select
          name={`${id}-backup`}
          label="Stands in"
          value={roster.backup ?? ''}
          choices={choices}
          onChange={person => set('backup', person)}
        />
      </div>
      {weekly.length + overrides.length > 0 && (
        <p className="baton-muted">
          A weekly table of {weekly.length} shifts and {overrides.length} overrides come before these names.
        </p>
      )}
    </fieldset>
  );
}
