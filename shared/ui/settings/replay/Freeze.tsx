import { useState } from 'react';
import type { Replayed } from '../../../src/replay';
import type { Baseline } from '../../../src/settings';
import { useKit } from '../../kit';
import type { Baselines } from './useBaselines';

interface FreezeProps {
  readonly baseline: Baseline;
  readonly baselines: Baselines;
}

/** What would be kept of a report; undefined where it has no key figures. */
export function baselineOf({ outlook, totals, span }: Replayed, file: string, version?: number): Baseline | undefined {
  if (!outlook || !span) return undefined;
  return {
    ...{ file: file.slice(0, 200), first: span[0], last: span[1], cases: totals.cases, figures: outlook.baseline },
    ...(version === undefined ? {} : { version }),
  };
}

/** Keeps the key figures of the report on the desk, to be compared with what comes. */
export function Freeze({ baseline, baselines: { refusal, isBusy, send } }: FreezeProps) {
  const { Banner, Button } = useKit();
  const [isSent, setSent] = useState(false);
  const isFrozen = isSent && !isBusy && refusal === undefined;
  const freeze = (): void => {
    setSent(true);
    void send({ type: 'freeze baseline', baseline });
  };
  return (
    <>
      <div className="baton-actions">
        <Button label="Freeze as baseline" emphasis="primary" isBusy={isBusy} isDisabled={isFrozen} onPress={freeze} />
      </div>
      <p className="baton-said" role="status">
        {isFrozen ? 'Frozen. Earlier baselines are kept.' : ''}
      </p>
      {refusal && (
        <Banner tone="warning" title={refusal.sentence}>
          <p>{refusal.remedy}</p>
        </Banner>
      )}
    </>
  );
}
