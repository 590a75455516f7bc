import { useState } from 'react';
import { changesBetween } from '../../src/agreement';
import type { Violation } from '../../src/failures';
import type { SettingsRefusal } from '../../src/settings';
import { useKit } from '../kit';
import { Changes } from './Changes';
import { savingOf, touchingOf, writtenInto } from './nextVersion';
import { wordsOfPath } from './pathWords';
import { Refused } from './Refused';
import type { OpenSettings } from './settingsState';
import { Touched } from './Touched';
import type { LiveSettings } from './useSettings';

interface SaveBarProps extends Pick<LiveSettings, 'ask' | 'change' | 'discard'> {
  readonly open: OpenSettings;
  readonly mistakes: number;
  /** What is changed of what the version in force has frozen. */
  readonly frozen: readonly Violation[];
}

/** What was typed and is not stored yet, and the way to store it as a draft. */
export function SaveBar({ open, mistakes, frozen, ask, discard }: SaveBarProps) {
  const { Button, TextField, Disclosure } = useKit();
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<SettingsRefusal>();
  const [isBusy, setBusy] = useState(false);
  const [isShown, setShown] = useState(false);
  const changes = changesBetween(open.stored, open.draft);

  const save = async (seen = open.seen): Promise<void> => {
    setBusy(true);
    const answer = await ask(savingOf({ ...open, seen }, reason)).catch(() => undefined);
    setRefusal(answer?.ok === false ? answer : undefined);
    setBusy(false);
  };
  const isOvertaken = refusal?.code === 'changed-meanwhile';
  return (
    <section aria-label="Not saved yet" className="baton-save">
      <HowMuch changes={changes.length} mistakes={mistakes} />
      <Frozen frozen={frozen} />
      <Touched ask={ask} view={open.view} of={open.draft} request={mistakes > 0 ? undefined : () => touchingOf(open)} />
      <Disclosure label="What you changed" isOpen={isShown} onToggle={() => setShown(!isShown)}>
        <Changes changes={changes} none="Nothing." />
      </Disclosure>
      {refusal && <Refused refusal={refusal} />}
      <TextField name="reason" label="Why" value={reason} isRequired onChange={setReason} />
      <div className="baton-actions">
        <Button
          label={`Save as draft of version ${writtenInto(open.view)}`}
          emphasis="primary"
          isBusy={isBusy}
          isDisabled={isOvertaken}
          onPress={() => void save()}
        />
        {isOvertaken && (
          <Button label="Save mine over theirs" emphasis="default" onPress={() => void save(open.view.revision)} />
        )}
        <Button
          label={isOvertaken ? 'Drop mine' : 'Drop changes'}
          emphasis="subtle"
          isDisabled={isBusy}
          onPress={discard}
        />
      </div>
    </section>
  );
}

const HowMuch = ({ changes, mistakes }: { readonly changes: number; readonly mistakes: number }) => (
  <p>
    <strong>Not saved yet.</strong> {changes} {changes === 1 ? 'change' : 'changes'}
    {mistakes > 0 && `, ${mistakes} to mend before it can be proposed`}
  </p>
);

const Frozen = ({ frozen }: Pick<SaveBarProps, 'frozen'>) =>
  frozen.length > 0 && (
    <ul className="baton-wrong">
      {frozen.slice(0, 5).map(({ path, message }) => (
        <li key={path}>
          <b>{wordsOfPath(path)}</b> {message}
        </li>
      ))}
    </ul>
  );
