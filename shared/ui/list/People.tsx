import { useState } from 'react';
import type { PeopleView, PersonView } from '../../src/panel/listView';
import { useKit } from '../kit';

interface PeopleProps {
  readonly people: PeopleView;
  readonly isDisabled: boolean;
  readonly onPress: (person: PersonView) => void;
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

function Person({ view, isDisabled, onPress }: Omit<PeopleProps, 'people'> & { readonly view: PersonView }) {
  const { Button } = useKit();
  const { says, press } = view;
  return (
    <li className="baton-person">
      <span>{says}</span>
      <Button label={press.label} emphasis="subtle" isDisabled={isDisabled} onPress={() => onPress(view)} />
    </li>
  );
}
