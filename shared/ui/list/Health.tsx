import { useCallback, useReducer } from 'react';
import type { HealthView } from '../../src/panel/healthView';
import { Unreachable } from '../bridge';
import { useKit } from '../kit';
import { Waiting } from '../panel/Waiting';
import type { ListBridge } from './listBridge';

type HealthAsk = { readonly type: 'health' | 'try again' | 'test alerts' | 'fire drill' };

interface HealthState {
  readonly isOpen: boolean;
  readonly health?: HealthView;
  readonly said?: string;
  readonly asking?: HealthAsk['type'] | undefined;
  readonly trouble?: { readonly sentence: string; readonly remedy: string } | undefined;
}

const merged = (state: HealthState, change: Partial<HealthState>): HealthState => ({ ...state, ...change });

/** Asks only when it is opened and when somebody presses: never by itself. */
function useHealth({ ask }: Pick<ListBridge, 'ask'>) {
  const [state, change] = useReducer(merged, { isOpen: false });
  const send = useCallback(
    (request: HealthAsk) => {
      change({ asking: request.type, trouble: undefined, said: '' });
      ask(request).then(
        answer => {
          if (answer.ok && 'health' in answer) change({ ...answer, asking: undefined });
          else if (!answer.ok) change({ trouble: answer, asking: undefined });
        },
        (cause: unknown) => {
          const { sentence, remedy } = cause instanceof Unreachable ? cause : new Unreachable();
          change({ trouble: { sentence, remedy }, asking: undefined });
        },
      );
    },
    [ask],
  );
  const toggle = () => {
    change({ isOpen: !state.isOpen });
    if (!state.isOpen) send({ type: 'health' });
  };
  return { state, send, toggle };
}

/** Whether Baton itself keeps up, for whoever wonders why something is late. Closed until it is asked for. */
export function Health({ bridge }: { readonly bridge: Pick<ListBridge, 'ask'> }) {
  const { Disclosure } = useKit();
  const { state, send, toggle } = useHealth(bridge);
  return (
    <section className="baton-section">
      <Disclosure label="Is Baton keeping up?" isOpen={state.isOpen} onToggle={toggle}>
        <HealthShown state={state} onSend={send} />
      </Disclosure>
    </section>
  );
}

interface HealthShownProps {
  readonly state: HealthState;
  readonly onSend: (ask: HealthAsk) => void;
}

/** What is known now, and the presses that look again and try again. */
export function HealthShown({ state: { health, asking, trouble, said }, onSend }: HealthShownProps) {
  const { Banner, Button } = useKit();
  if (!health && !trouble) return <Waiting />;
  return (
    <>
      {trouble && (
        <Banner tone="warning" title={trouble.sentence}>
          {trouble.remedy}
        </Banner>
      )}
      {health && <HealthLines health={health} />}
      <p className="baton-said" role="status">
        {said}
      </p>
      <div className="baton-actions">
        {pressesOf(health).map(({ type, label }) => (
          <Button
            key={type}
            label={label}
            emphasis="default"
            isBusy={asking === type}
            isDisabled={asking !== undefined && asking !== type}
            onPress={() => onSend({ type })}
          />
        ))}
      </div>
    </>
  );
}

/** What may be pressed by whoever sees this. */
const pressesOf = (health: HealthView | undefined) =>
  [
    { type: 'health', label: 'Look again', isThere: true },
    { type: 'try again', label: 'Try again now', isThere: health?.mayRetry },
    { type: 'test alerts', label: 'Test alerts', isThere: health?.mayTest },
    { type: 'fire drill', label: 'Hold a fire drill', isThere: health?.mayRetry },
  ].filter((press): press is { type: HealthAsk['type']; label: string; isThere: true } => press.isThere === true);

function HealthLines({ health: { asOf, lines } }: { readonly health: HealthView }) {
  const { Lozenge } = useKit();
  return (
    <>
      <p className="baton-muted">{asOf}</p>
      <dl className="baton-health">
        {lines.map(({ name, text, lozenge }) => (
          <div key={name} className="baton-health-line">
            <dt className="baton-strong">
              {name} {lozenge && <Lozenge text={lozenge.text} tone={lozenge.tone} />}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
