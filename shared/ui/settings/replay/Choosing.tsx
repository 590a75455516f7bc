import type { Desk } from '../../../log';
import { readAgreement } from '../../../src/agreement';
import { agreedFor, readMapping, type Agreed, type LogHead, type MappingDocument } from '../../../src/replay';
import { useKit } from '../../kit';
import { Mapping } from './Mapping';
import { Preview } from './Preview';
import type { Against, Choices, Documents } from './replayChoices';
import { TeamParties } from './TeamParties';

interface ChoosingProps {
  readonly head: LogHead;
  readonly choices: Choices;
  readonly documents: Documents;
  readonly onChange: (choices: Choices) => void;
  readonly onRun: () => void;
  readonly onForm: (form: Desk) => void;
}

const NAMES: Readonly<Record<Against, string>> = {
  'in force': 'The agreement in force',
  draft: 'The text on this page',
  nothing: 'None: the starter agreement between the teams below',
};

/** Everything that is asked before a replay: what the columns mean, and what to hold the history against. */
export function Choosing({ head, choices, documents, onChange, onRun, onForm }: ChoosingProps) {
  const { Button, Select, TextField } = useKit();
  const set = (changed: Partial<Choices>): void => onChange({ ...choices, ...changed });
  const there = (['in force', 'draft'] as const).filter(name => documents[name] !== undefined);
  const choice = (name: Against) => ({ value: name, label: NAMES[name] });
  const others = there.filter(name => name !== choices.agreement);
  return (
    <div className="baton-form">
      <h3 className="baton-strong">What its columns mean</h3>
      <Mapping head={head} mapping={choices.mapping} onChange={mapping => set({ mapping })} onForm={onForm} />
      <Preview head={head} mapping={choices.mapping} />
      <h3 className="baton-strong">What to hold it against</h3>
      <div className="baton-grid">
        <Select
          name="agreement"
          label="Agreement"
          value={choices.agreement}
          choices={[...there, 'nothing' as const].map(choice)}
          onChange={value => set({ agreement: value as Against, against: 'nothing' })}
        />
        <Select
          name="against"
          label="And beside it"
          value={choices.against}
          choices={[{ value: 'nothing', label: 'Nothing else' }, ...others.map(choice)]}
          onChange={value => set({ against: value as Against })}
        />
        <TextField
          name="from"
          label="Opened from"
          hint="2026-01-01"
          value={choices.from}
          onChange={from => set({ from })}
        />
        <TextField name="to" label="Opened before" hint="2026-04-01" value={choices.to} onChange={to => set({ to })} />
      </div>
      <TeamParties
        head={head}
        mapping={choices.mapping}
        agreed={namedBy(choices, documents)}
        onChange={mapping => set({ mapping })}
      />
      <div className="baton-actions">
        <Button label="Replay" emphasis="primary" onPress={onRun} />
      </div>
    </div>
  );
}

/** Whose teams the chosen agreement already says. */
function namedBy({ mapping, agreement }: Choices, documents: Documents): Agreed | undefined {
  const document = documents[agreement];
  if (!document) return undefined;
  const { parties: _, ...others } = mapping as MappingDocument & { parties?: unknown };
  try {
    return agreedFor(readMapping(others), readAgreement(document));
  } catch {
    return undefined;
  }
}
