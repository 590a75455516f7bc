import { useId } from 'react';

interface ChooseFileProps {
  readonly name: string | undefined;
  readonly isDisabled: boolean;
  readonly onChoose: (file: File) => void;
}

/** The log of a past quarter, from this computer. */
export function ChooseFile({ name, isDisabled, onChoose }: ChooseFileProps) {
  const id = useId();
  return (
    <div className="baton-field">
      <label htmlFor={id}>{name === undefined ? 'Incident log' : 'Another incident log'}</label>
      <input
        id={id}
        className="baton-file"
        type="file"
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson"
        disabled={isDisabled}
        aria-describedby={`${id}-says`}
        onChange={({ currentTarget: { files } }) => files?.[0] && onChoose(files[0])}
      />
      <p id={`${id}-says`} className="baton-hint">
        CSV or JSON: events of tickets, Jira issues with their changelogs, or Freshservice tickets with their
        activities. It is read in this page and sent nowhere.
      </p>
    </div>
  );
}
