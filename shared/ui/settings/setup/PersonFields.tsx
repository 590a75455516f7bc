import { useState } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import type { PersonDocument } from '../../../src/settings';
import { useKit } from '../../kit';
import { sideNames } from './setupProps';

interface PersonFieldsProps {
  readonly draft: AgreementDocument;
  /** Epoch ms. */
  readonly now: number;
  readonly onChange: (draft: AgreementDocument) => void;
}

const kinds = ['email', 'phone', 'sms', 'slack', 'teams', 'pager'] as const;
type Contact = NonNullable<PersonDocument['contacts']>[number];

/** Everybody of the agreement, one at a time: whether they are there, and how they are reached. */
export function PersonFields({ draft, now, onChange }: PersonFieldsProps) {
  const { Select } = useKit();
  const [id, setId] = useState('');
  const names = sideNames(draft);
  const people = Object.entries(draft.people);
  if (people.length === 0) return null;
  const person = draft.people[id];
  const choices = people.map(([value, { name, party }]) => ({
    value,
    label: `${name}, ${party === 'msp' || party === 'client' ? names[party] : party}`,
  }));
  return (
    <fieldset className="baton-group">
      <legend>How people are reached</legend>
      <Select
        name="person"
        label="Person"
        value={id}
        choices={[{ value: '', label: 'Choose' }, ...choices]}
        onChange={setId}
      />
      {person && (
        <OnePerson
          key={id}
          {...{ person, now }}
          channels={Object.entries(draft.channels ?? {}).map(([channel, { name = channel }]) => ({
            value: channel,
            label: name,
          }))}
          onChange={changed => onChange({ ...draft, people: { ...draft.people, [id]: changed } })}
        />
      )}
    </fieldset>
  );
}

interface OnePersonProps {
  readonly person: PersonDocument;
  readonly now: number;
  readonly channels: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (person: PersonDocument) => void;
}

function OnePerson({ person, now, channels, onChange }: OnePersonProps) {
  const { Button, Checkbox, Select } = useKit();
  const { contacts = [], notify = [], active = true } = person;
  const today = new Date(now).toISOString().slice(0, 10);
  const change = (index: number, contact: Contact): void =>
    onChange({ ...person, contacts: contacts.map((each, at) => (at === index ? contact : each)) });
  return (
    <>
      <Checkbox
        label="Works here"
        isChecked={active}
        onChange={isChecked => onChange({ ...person, active: isChecked })}
      />
      {contacts.map((contact, index) => (
        <ContactFields
          key={index}
          {...{ contact, index }}
          onChange={changed => change(index, changed)}
          onRemove={() => onChange({ ...person, contacts: contacts.filter((_, at) => at !== index) })}
        />
      ))}
      <div className="baton-actions">
        <Button
          label="Add a contact"
          emphasis="default"
          onPress={() => onChange({ ...person, contacts: [...contacts, { channel: 'phone', address: '' }] })}
        />
        <Button
          label="They say it is right"
          emphasis="default"
          isDisabled={contacts.length === 0}
          onPress={() => onChange({ ...person, contacts: contacts.map(each => ({ ...each, confirmed: today })) })}
        />
      </div>
      {channels.length > 0 && (
        <Select
          name="person-notify"
          label="Hears of things first on"
          value={notify[0] ?? ''}
          choices={[{ value: '', label: 'What their party has' }, ...channels]}
          onChange={channel =>
            onChange({
              ...person,
              notify: channel === '' ? [] : [channel, ...notify.filter(each => each !== channel)].slice(0, 5),
            })
          }
        />
      )}
    </>
  );
}

interface ContactFieldsProps {
  readonly contact: Contact;
  readonly index: number;
  readonly onChange: (contact: Contact) => void;
  readonly onRemove: () => void;
}

function ContactFields({ contact, index, onChange, onRemove }: ContactFieldsProps) {
  const { Button, Select, TextField } = useKit();
  return (
    <div className="baton-pair">
      <Select
        name={`contact-kind-${index}`}
        label="By"
        value={contact.channel}
        choices={kinds.map(kind => ({ value: kind, label: kind }))}
        onChange={kind => onChange({ ...contact, channel: kind as Contact['channel'] })}
      />
      <TextField
        name={`contact-${index}`}
        label="Address"
        value={contact.address}
        hint={contact.confirmed === undefined ? 'Never confirmed.' : `Confirmed ${contact.confirmed}.`}
        // Another address is not what they confirmed.
        onChange={address => onChange({ channel: contact.channel, address })}
      />
      <div className="baton-actions">
        <Button label={`Remove contact ${index + 1}`} emphasis="subtle" onPress={onRemove} />
      </div>
    </div>
  );
}
