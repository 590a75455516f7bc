import { useEffect, useState } from 'react';
import { useKit } from '@baton/shared/ui';
import { Channels } from './Channels';
import { Sources } from './Sources';
import { ValidatorUses } from './ValidatorUses';
import { readAgreement, saveAgreement, type AgreementAnswer, type AgreementFault } from './agreementCalls';

interface Outcome {
  readonly isSaved: boolean;
  readonly answer: AgreementAnswer;
}

/** Where an administrator puts an agreement into force. Text that was typed is never taken away. */
export function AgreementPage() {
  const { Button, TextArea } = useKit();
  const [text, setText] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [isBusy, setBusy] = useState(false);
  const [saves, setSaves] = useState(0);

  const read = (): void => {
    void readAgreement().then(answer => {
      setText(typed => typed ?? (answer.ok ? (answer.text ?? '') : undefined));
      if (!answer.ok) setOutcome({ isSaved: false, answer });
    });
  };
  useEffect(read, []);

  const save = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const answer = await saveAgreement(text ?? '');
    setOutcome({ isSaved: true, answer });
    setSaves(saves + 1);
    setBusy(false);
  };

  return (
    <div className="baton" data-desk="jira">
      <div className="baton-frame baton-page">
        <h1 className="baton-headline">Agreement</h1>
        <p className="baton-muted">
          Who holds what, until when: the agreement both parties approved, as JSON. Saving checks all of it; an
          agreement with faults changes nothing.
        </p>
        {outcome && <Said outcome={outcome} />}
        <div className="baton-code">
          <TextArea
            name="agreement"
            label="Agreement"
            value={text ?? ''}
            rows={20}
            error={
              outcome?.answer.violations?.length
                ? `${outcome.answer.violations.length} to mend, listed above`
                : undefined
            }
            onChange={setText}
          />
        </div>
        <div className="baton-actions">
          <Button label="Save" emphasis="primary" isBusy={isBusy} isDisabled={!text} onPress={() => void save()} />
        </div>
        <Channels key={`channels ${saves}`} />
        <Sources key={`sources ${saves}`} />
        <ValidatorUses />
      </div>
    </div>
  );
}

/** What became of it. */
function Said({ outcome: { isSaved, answer } }: { readonly outcome: Outcome }) {
  const { Banner } = useKit();
  if (answer.ok) return <Banner tone="info" title={answer.sentence ?? 'Saved. It is in force from now on.'} />;
  const title =
    answer.sentence ?? (isSaved ? 'Not saved: the agreement has faults' : 'The agreement could not be read');
  return (
    <Banner key={JSON.stringify(answer)} tone="error" title={title} takesFocus={isSaved}>
      <Faults faults={answer.violations ?? []} />
    </Banner>
  );
}

function Faults({ faults }: { readonly faults: readonly AgreementFault[] }) {
  if (faults.length === 0) return null;
  return (
    <ul className="baton-wrong">
      {faults.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          {path && <code>{path}</code>} {message}
        </li>
      ))}
    </ul>
  );
}
