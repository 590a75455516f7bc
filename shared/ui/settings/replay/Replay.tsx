import { useEffect, useMemo, useState } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';
import { FrozenBaselines } from './Baselines';
import { ChooseFile } from './ChooseFile';
import { Choosing } from './Choosing';
import { baselineOf, Freeze } from './Freeze';
import type { Documents } from './replayChoices';
import { Report } from './Report';
import { Running } from './Running';
import { useBaselines, type Baselines } from './useBaselines';
import { useReplay, type ReplayState, type Trouble } from './useReplay';

/** What this agreement would have done with a past quarter, from a file that stays in the page. */
export function Replay(props: SectionProps) {
  const documents = useDocuments(props);
  const { state, choose, readAs, change, run, back } = useReplay(documents);
  const baselines = useBaselines(props);
  return (
    <>
      <ChooseFile name={nameOf(state)} isDisabled={state.is === 'running'} onChoose={choose} />
      {'trouble' in state && state.trouble && <Wrong {...state.trouble} />}
      {state.is === 'choosing' && (
        <Choosing
          head={state.chosen.head}
          choices={state.choices}
          documents={documents}
          onChange={change}
          onRun={run}
          onForm={readAs}
        />
      )}
      {state.is === 'running' && <Running progress={state.progress} onCancel={back} />}
      {state.is === 'told' && <Told {...props} told={state} baselines={baselines} onBack={back} />}
      <FrozenBaselines frozen={baselines.frozen ?? []} />
    </>
  );
}

const nameOf = (state: ReplayState): string | undefined => (state.is === 'empty' ? undefined : state.chosen.file.name);

interface ToldProps extends SectionProps {
  readonly told: Extract<ReplayState, { readonly is: 'told' }>;
  readonly baselines: Baselines;
  readonly onBack: () => void;
}

function Told({ told: { chosen, choices, report }, baselines, view, addressOf, onBack }: ToldProps) {
  const { Button } = useKit();
  const active = choices.agreement === 'in force' ? activeVersion(view) : undefined;
  const baseline = baselineOf(report.replayed, chosen.file.name, active);
  return (
    <>
      <div className="baton-actions">
        <Button label="Change what it means" emphasis="default" onPress={onBack} />
      </div>
      <Report report={report} addressOf={addressOf} />
      {baseline && view.viewer.may.freeze && <Freeze baseline={baseline} baselines={baselines} />}
      {baseline && !view.viewer.may.freeze && (
        <p className="baton-muted">A lead of either party can freeze its figures as the baseline.</p>
      )}
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

const activeVersion = ({ versions }: SectionProps['view']): number | undefined =>
  versions.find(({ stage }) => stage === 'active')?.number;

/** What a history can be held against: the draft of this page, and the version that counts. */
function useDocuments({ draft, view, ask }: SectionProps): Documents {
  const [inForce, setInForce] = useState<AgreementDocument>();
  const active = activeVersion(view);
  useEffect(() => {
    if (active === undefined) return;
    ask({ type: 'text', version: active }).then(
      answer => setInForce(answer.ok ? answer.text?.document : undefined),
      () => setInForce(undefined),
    );
  }, [active, ask]);
  return useMemo(() => ({ draft, ...(inForce ? { 'in force': inForce } : {}) }), [draft, inForce]);
}
