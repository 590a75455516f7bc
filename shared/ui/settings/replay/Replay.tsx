import { useEffect, useMemo, useState } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';
import { ChooseFile } from './ChooseFile';
import { Choosing } from './Choosing';
import type { PageReport } from './pageReplay';
import type { Documents } from './replayChoices';
import { Report } from './Report';
import { Running } from './Running';
import { useReplay, type Trouble } from './useReplay';

/** What this agreement would have done with a past quarter, from a file that stays in the page. */
export function Replay(props: SectionProps) {
  const documents = useDocuments(props);
  const { state, choose, change, run, back } = useReplay(documents);
  const name = state.is === 'empty' ? undefined : state.chosen.file.name;
  return (
    <>
      <ChooseFile name={name} isDisabled={state.is === 'running'} onChoose={choose} />
      {'trouble' in state && state.trouble && <Wrong {...state.trouble} />}
      {state.is === 'choosing' && (
        <Choosing
          head={state.chosen.head}
          choices={state.choices}
          documents={documents}
          onChange={change}
          onRun={run}
        />
      )}
      {state.is === 'running' && <Running progress={state.progress} onCancel={back} />}
      {state.is === 'told' && <Told report={state.report} addressOf={props.addressOf} onBack={back} />}
    </>
  );
}

interface ToldProps extends Pick<SectionProps, 'addressOf'> {
  readonly report: PageReport;
  readonly onBack: () => void;
}

function Told({ report, addressOf, onBack }: ToldProps) {
  const { Button } = useKit();
  return (
    <>
      <div className="baton-actions">
        <Button label="Change what it means" emphasis="default" onPress={onBack} />
      </div>
      <Report report={report} addressOf={addressOf} />
    </>
  );
}

function Wrong({ sentence, mistakes }: Trouble) {
  const { Banner } = useKit();
  return (
    <Banner tone="error" title={sentence} takesFocus>
      <ul className="baton-bullets">
        {mistakes.slice(0, 10).map(mistake => (
          <li key={mistake}>{mistake}</li>
        ))}
      </ul>
    </Banner>
  );
}

/** What a history can be held against: the draft of this page, and the version that counts. */
function useDocuments({ draft, view: { versions }, ask }: SectionProps): Documents {
  const [inForce, setInForce] = useState<AgreementDocument>();
  const active = versions.find(({ stage }) => stage === 'active')?.number;
  useEffect(() => {
    if (active === undefined) return;
    ask({ type: 'text', version: active }).then(
      answer => setInForce(answer.ok ? answer.text?.document : undefined),
      () => setInForce(undefined),
    );
  }, [active, ask]);
  return useMemo(() => ({ draft, ...(inForce ? { 'in force': inForce } : {}) }), [draft, inForce]);
}
