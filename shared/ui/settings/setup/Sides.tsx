import { useState } from 'react';
import { withSide } from '../../../src/settings';
import { useKit } from '../../kit';
import type { SetupProps } from './setupProps';
import { ZoneField } from './ZoneField';

type Side = 'msp' | 'client';

const roles: Readonly<Record<Side, string>> = {
  msp: 'the provider (MSP)',
  client: 'internal IT, the provider’s client',
};

/** Which side you are on, and what both are called. */
export function Sides({ draft, isEditable, onChange }: SetupProps) {
  const { Select } = useKit();
  const [ours, setOurs] = useState<Side>('client');
  const order: readonly Side[] = ours === 'msp' ? ['msp', 'client'] : ['client', 'msp'];
  return (
    <div className="baton-fields">
      <p className="baton-muted">Two organisations share these tickets. Baton counts for each what it has and owes.</p>
      <Select
        name="ours"
        label="You work for"
        value={ours}
        choices={[
          { value: 'client', label: 'Internal IT' },
          { value: 'msp', label: 'The provider (MSP)' },
        ]}
        onChange={value => setOurs(value === 'msp' ? 'msp' : 'client')}
      />
      {order.map(side => (
        <SideFields
          key={side}
          side={side}
          whose={side === ours ? 'Your organisation' : 'The other organisation'}
          {...{ draft, isEditable, onChange }}
        />
      ))}
    </div>
  );
}

interface SideFieldsProps extends Pick<SetupProps, 'draft' | 'isEditable' | 'onChange'> {
  readonly side: Side;
  readonly whose: string;
}

function SideFields({ side, whose, draft, isEditable, onChange }: SideFieldsProps) {
  const { TextField } = useKit();
  const { name, timeZone } = draft.parties[side];
  const change = (more: { name?: string; timeZone?: string }): void => {
    if (isEditable) onChange(withSide(draft, side, { name, timeZone, ...more }));
  };
  return (
    <fieldset className="baton-group">
      <legend>{whose}</legend>
      <TextField
        name={`${side}-name`}
        label={`Name of ${roles[side]}`}
        value={name}
        isRequired
        onChange={typed => change({ name: typed })}
      />
      <ZoneField
        name={`${side}-zone`}
        label="Its time zone"
        value={timeZone}
        onChange={zone => change({ timeZone: zone })}
      />
    </fieldset>
  );
}
