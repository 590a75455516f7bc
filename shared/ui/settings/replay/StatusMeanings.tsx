import { seenIn, type LogHead, type MappingDocument } from '../../../src/replay';
import { useKit } from '../../kit';

interface StatusMeaningsProps {
  readonly head: LogHead;
  readonly mapping: MappingDocument;
  readonly onChange: (mapping: MappingDocument) => void;
}

/** As many as somebody goes through; the others stand in the mapping as a file. */
const SHOWN = 20;

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const MEANINGS = [
  { value: 'work', label: 'Work goes on' },
  { value: 'waiting', label: 'Somebody is waited for' },
  { value: 'resolved', label: 'The work is done' },
] as const;

/** What each status means for the clock. */
export function StatusMeanings({ head, mapping, onChange }: StatusMeaningsProps) {
  const { Select } = useKit();
  const [waiting, resolved] = [listOf(mapping['waiting']), listOf(mapping['resolved'])];
  const seen = seenIn(head, mapping['status'], listOf(mapping['missing']));
  const statuses = [...new Set([...seen, ...waiting, ...resolved])];
  if (statuses.length === 0) return null;
  const meaning = (status: string): string =>
    resolved.includes(status) ? 'resolved' : waiting.includes(status) ? 'waiting' : 'work';
  const set = (status: string, value: string): void => {
    const kept = (list: readonly string[], name: string): string[] => [
      ...list.filter(other => other !== status),
      ...(value === name ? [status] : []),
    ];
    onChange({ ...mapping, waiting: kept(waiting, 'waiting'), resolved: kept(resolved, 'resolved') });
  };
  return (
    <fieldset className="baton-group">
      <legend className="baton-strong">What each status means</legend>
      <div className="baton-grid">
        {statuses.slice(0, SHOWN).map((status, index) => (
          <Select
            key={status}
            name={`status-${index}`}
            label={status}
            value={meaning(status)}
            choices={MEANINGS}
            onChange={value => set(status, value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
