import { useState } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import { withTypedTeam, type Tier } from '../../../src/settings';
import { useKit } from '../../kit';
import { sideChoices, tierChoices } from './GroupPlace';

interface TypedTeamProps {
  readonly draft: AgreementDocument;
  readonly names: Readonly<Record<'msp' | 'client', string>>;
  readonly onChange: (draft: AgreementDocument) => void;
}

/** A team that is no group of the desk, or of one that does not say what groups it has. */
export function TypedTeam({ draft, names, onChange }: TypedTeamProps) {
  const { Button, Disclosure, Select, TextField } = useKit();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [side, setSide] = useState<'msp' | 'client'>('client');
  const [tier, setTier] = useState<Tier>('L1');
  const add = (): void => {
    onChange(withTypedTeam(draft, name.trim(), { party: side, tier }));
    setName('');
  };
  return (
    <Disclosure label="A team that is no group of the desk" isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
      <div className="baton-fields">
        <TextField name="typed-team" label="What it is called" value={name} onChange={setName} />
        <Select
          name="typed-side"
          label="Whose team"
          value={side}
          choices={sideChoices(names)}
          onChange={value => setSide(value === 'msp' ? 'msp' : 'client')}
        />
        <Select
          name="typed-tier"
          label="Tier"
          value={tier}
          choices={tierChoices}
          onChange={value => setTier(value as Tier)}
        />
        <div className="baton-actions">
          <Button label="Add the team" emphasis="default" isDisabled={name.trim() === ''} onPress={add} />
        </div>
      </div>
    </Disclosure>
  );
}
