import { useState } from 'react';
import { channelWords, withChannel, withoutChannel, type ChannelKind } from '../../../src/settings';
import { useKit } from '../../kit';
import { ChannelFields } from './ChannelFields';
import { sideChoices } from './GroupPlace';
import { sideNames, type SetupProps } from './setupProps';

/** Where messages go that leave the desk: added, addressed, tested. */
export function Channels(props: SetupProps) {
  const { draft, isEditable, onChange } = props;
  const channels = Object.entries(draft.channels ?? {});
  return (
    <div className="baton-fields">
      <p className="baton-muted">
        Everything is said on the ticket itself. A channel is for whoever does not look there, above all at night.
      </p>
      {channels.length === 0 && <p>There is no channel yet. Add one, or go on without.</p>}
      {channels.map(([id, channel]) => (
        <ChannelFields
          key={id}
          {...props}
          {...{ id, channel }}
          onRemove={() => isEditable && onChange(withoutChannel(draft, id))}
        />
      ))}
      <Add {...props} />
    </div>
  );
}

const kinds = Object.entries(channelWords).map(([value, { name }]) => ({ value, label: name }));

function Add({ draft, isEditable, onChange }: SetupProps) {
  const { Button, Disclosure, Select, TextField } = useKit();
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<ChannelKind>('slack');
  const [side, setSide] = useState<'msp' | 'client'>('msp');
  const [name, setName] = useState('');
  const add = (): void => {
    if (!isEditable) return;
    onChange(withChannel(draft, kind, name.trim(), side));
    setName('');
    setOpen(false);
  };
  return (
    <Disclosure label="Add a channel" isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
      <div className="baton-fields">
        <Select
          name="channel-kind"
          label="Kind"
          value={kind}
          choices={kinds}
          onChange={value => setKind(value as ChannelKind)}
        />
        <TextField
          name="channel-name"
          label="What people call it"
          value={name}
          hint="Such as #noc."
          onChange={setName}
        />
        <Select
          name="channel-side"
          label="Who hears of things there"
          value={side}
          choices={sideChoices(sideNames(draft))}
          onChange={value => setSide(value === 'msp' ? 'msp' : 'client')}
        />
        <div className="baton-actions">
          <Button label="Add it" emphasis="default" isDisabled={name.trim() === ''} onPress={add} />
        </div>
      </div>
    </Disclosure>
  );
}
