import { useState } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import { withPerson, type UnclearPerson } from '../../../src/settings';
import { useKit } from '../../kit';
import { sideNames } from './setupProps';

interface UnclearPeopleProps {
  readonly unclear: readonly UnclearPerson[];
  readonly draft: AgreementDocument;
  readonly desk: 'jira' | 'freshservice';
  readonly onSaid: (draft: AgreementDocument, person: string) => void;
}

const whys: Readonly<Record<UnclearPerson['why'], string>> = {
  'both parties': 'is in teams of both sides. Whose person is it?',
  'same name': 'has the name of somebody who is in the agreement already. Another person?',
  deactivated: 'is deactivated on the desk and was left out.',
  'no team': 'is in none of the teams and was left out.',
};

const asked: ReadonlySet<UnclearPerson['why']> = new Set(['both parties', 'same name'] as const);

/** Who has to be sorted by a person, and, folded away, who was left out. */
export function UnclearPeople({ unclear, draft, desk, onSaid }: UnclearPeopleProps) {
  const { Disclosure } = useKit();
  const [isOpen, setOpen] = useState(false);
  const open = unclear.filter(({ why }) => asked.has(why));
  const others = unclear.filter(({ why }) => !asked.has(why));
  return (
    <>
      {open.map(each => (
        <Unclear key={each.person.id} {...{ each, draft, desk, onSaid }} />
      ))}
      {others.length > 0 && (
        <Disclosure label={`${others.length} left out`} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
          <ul>
            {others.slice(0, 50).map(({ why, person }) => (
              <li key={person.id}>
                {person.name} {whys[why]}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Unclear({
  each,
  draft,
  desk,
  onSaid,
}: Omit<UnclearPeopleProps, 'unclear'> & { readonly each: UnclearPerson }) {
  const { Banner, Button } = useKit();
  const names = sideNames(draft);
  const { person, why } = each;
  return (
    <Banner tone="warning" title={`${person.name} ${whys[why]}`}>
      <div className="baton-actions">
        {(['client', 'msp'] as const).map(side => (
          <Button
            key={side}
            label={`${person.name}: ${names[side]}`}
            emphasis="default"
            onPress={() => onSaid(withPerson(draft, desk, person, side), person.id)}
          />
        ))}
      </div>
    </Banner>
  );
}
