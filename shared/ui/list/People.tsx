import { useState } from 'react';
import type { PeopleView, PersonView } from '../../src/panel/listView';
import { useKit } from '../kit';

interface PeopleProps {
  readonly people: PeopleView;
  readonly isDisabled: boolean;
  readonly onPress: (person: PersonView) => void;
  readonly onConfirm: () => void;
}

/** Who is there: the viewer, and behind a button everybody else they speak for. */
export function People({ people: { title, people }, ...way }: PeopleProps) {
  const { Disclosure } = useKit();
  const [isOpen, setIsOpen] = useState(false);
  const [own, ...others] = people;
  if (!own) return null;
  return (
    <section className="baton-section" aria-label="Who is there">
      <ul className="baton-people">
        <Person view={own} {...way} />
      </ul>
      {others.length > 0 && (
        <Disclosure label={title} isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)}>
          <ul className="baton-people">
            {others.map(view => (
              <Person key={view.person} view={view} {...way} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

type PersonProps = Omit<PeopleProps, 'people'> & { readonly view: PersonView };

function Person({ view, isDisabled, onPress, onConfirm }: PersonProps) {
  const { Button } = useKit();
  const { says, press, contacts } = view;
  return (
    <>
      <li className="baton-person">
        <span>{says}</span>
        <Button label={press.label} emphasis="subtle" isDisabled={isDisabled} onPress={() => onPress(view)} />
      </li>
      {contacts && <Contacts contacts={contacts} isDisabled={isDisabled} onConfirm={onConfirm} />}
    </>
  );
}

type ContactsProps = Pick<PeopleProps, 'isDisabled' | 'onConfirm'> & {
  readonly contacts: NonNullable<PersonView['contacts']>;
};

/** How they are reached; their own may be said to be right. */
function Contacts({ contacts: { text, lozenge, press }, isDisabled, onConfirm }: ContactsProps) {
  const { Button, Lozenge } = useKit();
  return (
    <li className="baton-person">
      <span className="baton-muted">
        {text} {lozenge && <Lozenge text={lozenge.text} tone={lozenge.tone} />}
      </span>
      {press && <Button label={press} emphasis="subtle" isDisabled={isDisabled} onPress={onConfirm} />}
    </li>
  );
}
