import { useState } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import { groupsOf, offices, readPeople, withFirstLine, withOffice, type UnclearPerson } from '../../../src/settings';
import { useKit } from '../../kit';
import { PersonFields } from './PersonFields';
import { RosterFields } from './RosterFields';
import { sideNames, type SetupProps } from './setupProps';
import { UnclearPeople } from './UnclearPeople';

type Side = 'msp' | 'client';

/** Who is in the teams, who speaks for each side, who is on duty. */
export function People(props: SetupProps) {
  const { draft, view, isFirst, isEditable, onChange } = props;
  const { Button } = useKit();
  const [unclear, setUnclear] = useState<readonly UnclearPerson[]>([]);
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { desk } = view;
  const groups = Object.values(draft.teams).flatMap(team => groupsOf(team, desk));
  const change = (document: AgreementDocument): void => {
    if (isEditable) onChange(document);
  };
  const read = async (): Promise<void> => {
    setBusy(true);
    const told = await props.readPeople(groups);
    setBusy(false);
    if (!told) return;
    const found = readPeople(draft, desk, told);
    change(isFirst ? withFirstLine(found.document) : found.document);
    setUnclear(found.unclear);
    setSaid(`Read. ${Object.keys(found.document.people).length} people are in the agreement.`);
  };
  return (
    <div className="baton-fields">
      <p className="baton-muted">
        People come from the groups you chose. Whoever is not clear is listed for you to say.
      </p>
      <div className="baton-actions">
        <Button
          label="Read people from the desk"
          emphasis="default"
          isBusy={isBusy}
          isDisabled={groups.length === 0}
          onPress={() => void read()}
        />
      </div>
      {groups.length === 0 && <p>Choose the teams first: their people are read then.</p>}
      <p className="baton-said" role="status">
        {said}
      </p>
      <UnclearPeople
        {...{ unclear, draft, desk }}
        onSaid={(document, person) => {
          change(document);
          setUnclear(unclear.filter(each => each.person.id !== person));
        }}
      />
      <Offices {...{ draft, onChange: change }} />
      <RosterFields {...{ draft, problems: props.problems, now: view.now, onChange: change }} />
      <PersonFields {...{ draft, now: view.now, onChange: change }} />
    </div>
  );
}

interface OfficesProps {
  readonly draft: AgreementDocument;
  readonly onChange: (draft: AgreementDocument) => void;
}

const officeNames = { lead: 'Lead', coordinator: 'Coordinator', approver: 'Approver' } as const;
const officeHints = {
  lead: 'Called last, when nobody answers.',
  coordinator: 'Sorts what comes in and decides between the sides.',
  approver: 'Signs this agreement.',
} as const;

/** Who leads, coordinates and approves for each side. */
function Offices({ draft, onChange }: OfficesProps) {
  const { Select } = useKit();
  const names = sideNames(draft);
  const choicesOf = (side: Side) =>
    Object.entries(draft.people)
      .filter(([, { party, active = true }]) => party === side && active)
      .map(([value, { name }]) => ({ value, label: name }));
  return (
    <>
      {(['client', 'msp'] as const).map(side => (
        <fieldset key={side} className="baton-group">
          <legend>Who speaks for {names[side]}</legend>
          <div className="baton-pair">
            {offices.map(office => {
              const value = draft.parties[side][office];
              const choices = choicesOf(side);
              const isThere = choices.some(each => each.value === value);
              const gone =
                value !== '' && !isThere
                  ? [{ value, label: `${draft.people[value]?.name ?? value} (no longer there)` }]
                  : [];
              return (
                <Select
                  key={office}
                  name={`${side}-${office}`}
                  label={officeNames[office]}
                  hint={officeHints[office]}
                  value={value}
                  error={gone.length > 0 ? 'Is not there any more. Name somebody else.' : undefined}
                  choices={[{ value: '', label: 'Choose' }, ...gone, ...choices]}
                  onChange={person => onChange(withOffice(draft, side, office, person))}
                />
              );
            })}
          </div>
        </fieldset>
      ))}
    </>
  );
}
