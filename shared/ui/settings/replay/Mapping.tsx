import { useState } from 'react';
import type { Desk } from '../../../log';
import { INSTANT_FORMS, type LogHead, type MappingDocument } from '../../../src/replay';
import { useKit } from '../../kit';
import { StatusMeanings } from './StatusMeanings';

interface MappingProps {
  readonly head: LogHead;
  readonly mapping: MappingDocument;
  readonly onChange: (mapping: MappingDocument) => void;
  readonly onForm: (form: Desk) => void;
}

const FORMS = [
  { value: 'ndjson', label: 'Events of tickets' },
  { value: 'jira', label: 'Jira issues' },
  { value: 'freshservice', label: 'Freshservice tickets' },
];

/** What a desk's own export calls itself, so that nobody is asked for it. */
const SAID_BY_DESK: ReadonlySet<string> = new Set(['case', 'at', 'order']);

const COLUMNS = [
  ['case', 'Ticket', true],
  ['at', 'When', true],
  ['status', 'Status', true],
  ['team', 'Team', false],
  ['person', 'Person', false],
  ['priority', 'Priority', false],
  ['impact', 'Impact', false],
  ['type', 'Type', false],
  ['order', 'Order of events at one instant', false],
] as const;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A mapping with one entry more, or without it. */
const changed = ({ ...mapping }: Record<string, unknown>, key: string, value: string): MappingDocument => {
  delete mapping[key];
  return value === '' ? mapping : { ...mapping, [key]: value };
};

/** What the columns of the file mean: proposed, and for a person to put right. */
export function Mapping({ head, mapping, onChange, onForm }: MappingProps) {
  const { Select } = useKit();
  const { format, labels = {} } = head;
  const isDesk = head.entries !== undefined;
  const columns = [...head.columns].map(name => ({ value: name, label: labels[name] ?? name }));
  const asked = COLUMNS.filter(([key]) => !isDesk || !SAID_BY_DESK.has(key));
  const set = (key: string, value: string): void => onChange(changed(mapping, key, value));
  return (
    <>
      <div className="baton-grid">
        {format !== 'csv' && (
          <Select
            name="map-format"
            label="What the file holds"
            value={format}
            choices={FORMS}
            onChange={value => onForm(value as Desk)}
          />
        )}
        {asked.map(([key, label, isRequired]) => (
          <Select
            key={key}
            name={`map-${key}`}
            label={label}
            isRequired={isRequired}
            value={textOf(mapping[key])}
            choices={[{ value: '', label: isRequired ? 'Choose a column' : 'No column' }, ...columns]}
            onChange={value => set(key, value)}
          />
        ))}
        {!isDesk && <Instants mapping={mapping} set={set} />}
      </div>
      <StatusMeanings head={head} mapping={mapping} onChange={onChange} />
      <MappingText mapping={mapping} onChange={onChange} />
    </>
  );
}

interface InstantsProps {
  readonly mapping: MappingDocument;
  readonly set: (key: string, value: string) => void;
}

/** How the instants of a log are written. */
function Instants({ mapping, set }: InstantsProps) {
  const { Select, TextField } = useKit();
  const forms = [...new Set([...INSTANT_FORMS, textOf(mapping['atFormat'])])].filter(form => form !== '');
  return (
    <>
      <Select
        name="map-atFormat"
        label="Form of the instants"
        value={textOf(mapping['atFormat'])}
        choices={[{ value: '', label: 'ISO 8601' }, ...forms.map(form => ({ value: form, label: form }))]}
        onChange={value => set('atFormat', value)}
      />
      <TextField
        name="map-zone"
        label="Time zone of instants without an offset"
        value={textOf(mapping['zone'])}
        onChange={value => set('zone', value)}
      />
    </>
  );
}

function MappingText({ mapping, onChange }: Pick<MappingProps, 'mapping' | 'onChange'>) {
  const { Disclosure, TextArea } = useKit();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<string>();
  const type = (text: string): void => {
    const document = objectIn(text);
    setTyped(document ? undefined : text);
    if (document) onChange(document);
  };
  return (
    <Disclosure label="The mapping as a file" isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
      <TextArea
        name="mapping"
        label="Mapping, as JSON"
        hint="Keep it for the command, or paste one here. calendar holds the hours that count; around the clock without."
        error={typed === undefined ? undefined : 'This is not valid JSON yet.'}
        value={typed ?? JSON.stringify(mapping, null, 2)}
        rows={10}
        onChange={type}
      />
    </Disclosure>
  );
}

function objectIn(text: string): MappingDocument | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as MappingDocument)
      : undefined;
  } catch {
    return undefined;
  }
}
