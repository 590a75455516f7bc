import { useState } from 'react';
import type { OpenOnes } from '../../../src/agreement';
import { readDeadline } from '../../../src/panel/deadline';
import type { Confirming, SettingsRefusal, SettingsView, VersionView } from '../../../src/settings';
import { useKit } from '../../kit';
import { Refused } from '../Refused';
import type { SectionProps } from '../section';
import type { SettingsAsk } from '../settingsBridge';
import type { VersionAct } from './versionActs';

interface ActFormProps {
  readonly act: VersionAct;
  readonly version: VersionView;
  readonly view: SettingsView;
  readonly ask: SectionProps['ask'];
  readonly onDone: (confirming: Confirming | undefined) => void;
  readonly onCancel: () => void;
}

/** What is typed before an act. */
interface Typed {
  readonly reason: string;
  readonly from: string;
  readonly open: OpenOnes;
}

function requestOf({ act, version, view }: ActFormProps, { reason, open }: Typed, from?: number): SettingsAsk {
  const common = { version: version.number, expected: view.revision, reason };
  if (act.type === 'activate') return { type: 'activate', ...common, open, ...(from === undefined ? {} : { from }) };
  return act.type === 'roll back' ? { type: 'roll back', ...common, open } : { type: act.type, ...common };
}

const openChoices = [
  { value: 'keep', label: 'Keeps the version it began with' },
  { value: 'move', label: 'Goes on under this version' },
];

const openHints: Readonly<Record<OpenOnes, string>> = {
  keep: 'Promises that were made stay as they are.',
  move: 'Targets change on what is open. Time already spent stays spent; who has it and what is offered stay as they are.',
};

/** From when it counts; left empty, at once. */
function readFrom(text: string, zone: string): { readonly at?: number; readonly problem?: string } {
  return text.trim() === '' ? {} : readDeadline(text, zone);
}

/** The reason for an act, and for one that changes what counts: from when, and what open escalations do. */
export function ActForm(props: ActFormProps) {
  const { act, version, view, ask, onDone, onCancel } = props;
  const { Button, Select, TextField } = useKit();
  const [typed, setTyped] = useState<Typed>({ reason: '', from: '', open: 'keep' });
  const [refusal, setRefusal] = useState<SettingsRefusal>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const change = (name: 'reason' | 'from') => (value: string) => setTyped({ ...typed, [name]: value });

  const send = async (): Promise<void> => {
    const from = readFrom(typed.from, view.timeZone);
    setProblem(from.problem);
    if (from.problem !== undefined) return;
    setBusy(true);
    const answer = await ask(requestOf(props, typed, from.at)).catch(() => undefined);
    setBusy(false);
    if (answer?.ok) onDone(answer.confirming);
    else setRefusal(answer);
  };
  const name = `${act.type.replace(' ', '-')}-${version.number}`;
  return (
    <div className="baton-act">
      {refusal && <Refused refusal={refusal} />}
      <TextField
        name={`${name}-reason`}
        label="Why"
        hint="One sentence; it stays in the audit log."
        value={typed.reason}
        isRequired
        hasCursor
        onChange={change('reason')}
      />
      {act.type === 'activate' && (
        <TextField
          name={`${name}-from`}
          label="Counts from"
          hint={`Left empty, at once; else like 2026-03-09 08:00, ${view.timeZone}.`}
          value={typed.from}
          error={problem}
          onChange={change('from')}
        />
      )}
      {act.isEnforcing && (
        <Select
          name={`${name}-open`}
          label="What is open then"
          hint={openHints[typed.open]}
          value={typed.open}
          choices={openChoices}
          onChange={open => setTyped({ ...typed, open: open as OpenOnes })}
        />
      )}
      {act.type === 'move open' && <p className="baton-muted">{openHints.move}</p>}
      <div className="baton-actions">
        <Button label={act.label} emphasis="primary" isBusy={isBusy} onPress={() => void send()} />
        <Button label="Cancel" emphasis="subtle" isDisabled={isBusy} onPress={onCancel} />
      </div>
    </div>
  );
}
