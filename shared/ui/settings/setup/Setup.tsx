import { useEffect, useState, type ComponentType } from 'react';
import type { SetupPlace } from '../../../src/settings';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';
import { Channels } from './Channels';
import { Hours } from './Hours';
import { People } from './People';
import { Preflight } from './Preflight';
import type { SetupProps } from './setupProps';
import { Sides } from './Sides';
import { Teams } from './Teams';
import { useDesk } from './useDesk';

type Step = 'check' | Exclude<SetupPlace, 'matrix' | 'about'>;

const steps: readonly (readonly [id: Step, title: string, shown: ComponentType<SetupProps>])[] = [
  ['sides', 'Who', Sides],
  ['teams', 'Teams', Teams],
  ['people', 'People', People],
  ['hours', 'Hours', Hours],
  ['channels', 'Channels', Channels],
  ['check', 'Check', Preflight],
];

/** Parties, teams, people, hours and channels: in the order of a first run, each by itself afterwards. */
export function Setup(props: SectionProps) {
  const { draft, view } = props;
  const isFirst = !view.versions.some(({ stage }) => stage === 'active');
  const [step, setStep] = useState<Step>(isFirst && draft.parties.msp.name === '' ? 'sides' : 'check');
  const { known, refresh, readPeople, onEntered } = useDesk(props);
  useEffect(() => void refresh(), []);
  const go = (place: SetupPlace): void => {
    if (place === 'matrix' || place === 'about') window.location.hash = place;
    else setStep(place);
  };
  const index = steps.findIndex(([id]) => id === step);
  const Shown = steps[index]![2];
  const next = steps[index + 1];
  return (
    <div className="baton-section">
      <nav aria-label="Steps" className="baton-sections">
        {steps.map(([id, title], at) => (
          <button key={id} type="button" aria-current={id === step ? 'step' : undefined} onClick={() => setStep(id)}>
            {at + 1}. {title}
          </button>
        ))}
      </nav>
      {known.trouble && <Trouble says={known.trouble} onRetry={() => void refresh()} />}
      <Shown {...props} {...{ known, isFirst, refresh, readPeople, onEntered, go }} />
      {next && <Next title={next[1]} onNext={() => setStep(next[0])} />}
    </div>
  );
}

function Trouble({ says, onRetry }: { readonly says: string; readonly onRetry: () => void }) {
  const { Banner, Button } = useKit();
  return (
    <Banner tone="warning" title={says}>
      <div className="baton-actions">
        <Button label="Ask the desk again" emphasis="default" onPress={onRetry} />
      </div>
    </Banner>
  );
}

function Next({ title, onNext }: { readonly title: string; readonly onNext: () => void }) {
  const { Button } = useKit();
  return (
    <div className="baton-actions">
      <Button label={`Next: ${title}`} emphasis="primary" onPress={onNext} />
    </div>
  );
}
