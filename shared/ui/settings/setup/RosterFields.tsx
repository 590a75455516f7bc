import { useState } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import type { Violation } from '../../../src/failures';
import type { TeamDocument } from '../../../src/settings';
import { useKit } from '../../kit';
import { OverrideList } from './OverrideList';
import { ShiftTable } from './ShiftTable';

interface RosterFieldsProps {
  readonly draft: AgreementDocument;
  /** What keeps the draft from being used; what is about a roster is told beside it. */
  readonly problems: readonly Violation[];
  /** Epoch ms. */
  readonly now: number;
  readonly onChange: (draft: AgreementDocument) => void;
}

type Roster = NonNullable<TeamDocument['roster']>;

/** Who is on duty for each team, and who stands in. */
export function RosterFields({ draft, problems, now, onChange }: RosterFieldsProps) {
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
          <TeamRoster key={id} {...{ id, team, draft, problems, now }} onChange={roster => change(id, roster)} />
        ))}
      </div>
    </Disclosure>
  );
}

interface TeamRosterProps extends Pick<RosterFieldsProps, 'problems' | 'now'> {
  readonly id: string;
  readonly team: TeamDocument;
  readonly draft: AgreementDocument;
  readonly onChange: (roster: Roster) => void;
}

/** Standing names, the weekly table that comes before them, and who has it instead for a while; what is wrong beside it. */
function TeamRoster({ id, team, draft, problems, now, onChange }: TeamRosterProps) {
  const { Disclosure, Select } = useKit();
  const [isOpen, setOpen] = useState(false);
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
      <Wrong at={`teams.${id}.roster`} problems={problems} />
      <Disclosure label={tableText(weekly.length, overrides.length)} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
        <ShiftTable
          team={id}
          shifts={weekly}
          people={members}
          onChange={shifts => onChange({ ...roster, weekly: shifts })}
        />
        <OverrideList
          team={id}
          people={members}
          timeZone={roster.timeZone ?? draft.parties[team.party].timeZone}
          {...{ overrides, now }}
          onChange={changed => onChange({ ...roster, overrides: changed })}
        />
      </Disclosure>
    </fieldset>
  );
}

const tableText = (shifts: number, overrides: number): string => {
  const week = shifts === 0 ? 'the same all week' : `${shifts} ${shifts === 1 ? 'shift' : 'shifts'}`;
  return `Week: ${week}${overrides === 0 ? '' : `, somebody else ${overrides === 1 ? 'once' : `${overrides} times`}`}`;
};

/** Gaps and overlaps of the week, in words. */
const Wrong = ({ at, problems }: { readonly at: string } & Pick<RosterFieldsProps, 'problems'>) => (
  <ul className="baton-wrong">
    {problems
      .filter(({ path }) => path.startsWith(at))
      .map(({ path, message }) => (
        <li key={`${path} ${message}`}>{`${placeText(path.slice(at.length + 1))} ${calledIn(message, at)}`}</li>
      ))}
  </ul>
);

/** The other place that a message names, as it is called on screen. */
const calledIn = (message: string, at: string): string =>
  message.replace(/\S+\.roster\.\w+\.\d+/, path => placeText(path.slice(at.length + 1)).toLowerCase());

const placeText = (path: string): string => {
  const [list, number] = path.split('.');
  const called = list === 'overrides' ? 'Somebody else' : 'Shift';
  return number === undefined ? 'The week' : `${called} ${Number(number) + 1}`;
};
