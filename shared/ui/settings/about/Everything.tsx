import { useEffect, useRef, useState } from 'react';
import { wordsOf } from '../../../src/panel/wording';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';
import { exportEverything } from './exportAll';

interface Progress {
  readonly ledgers: number;
  readonly isBusy: boolean;
  /** Where it can be had once it is whole. */
  readonly address?: string;
  readonly problem?: string;
}

const addressOf = (lines: readonly string[]): string =>
  URL.createObjectURL(new Blob([...lines], { type: 'application/x-ndjson' }));

/** Everything that Baton keeps, as one file: before it is taken off, or for an auditor. */
export function Everything({ ask, view }: SectionProps) {
  const { Button } = useKit();
  const [progress, setProgress] = useState<Progress>();
  const isStopped = useRef(false);
  const isBusy = progress?.isBusy === true;

  const start = async (): Promise<void> => {
    isStopped.current = false;
    const lines: string[] = [];
    let ledgers = 0;
    setProgress({ ledgers, isBusy: true });
    const exporting = {
      ask,
      add: (line: object) => void lines.push(`${JSON.stringify(line)}\n`),
      tell: () => setProgress({ ledgers: (ledgers += 1), isBusy: true }),
      goesOn: () => !isStopped.current,
    };
    await exportEverything(
      exporting,
      view.versions.map(({ number }) => number),
    ).then(
      () => setProgress(isStopped.current ? undefined : { ledgers, isBusy: false, address: addressOf(lines) }),
      (error: unknown) =>
        setProgress({ ledgers, isBusy: false, problem: error instanceof Error ? error.message : 'Try it again.' }),
    );
  };
  return (
    <section aria-label="Export" className="baton-fields">
      <h3 className="baton-strong">Take everything out</h3>
      <p className="baton-muted">
        {ledgersOf[view.desk]}, every version of the agreement and the audit log in one file; it holds what people
        wrote. Check it with <code>npm run verify-ledger</code>.
      </p>
      <div className="baton-actions">
        <Button label="Export everything" emphasis="default" isBusy={isBusy} onPress={() => void start()} />
        {isBusy && <Button label="Cancel" emphasis="subtle" onPress={() => (isStopped.current = true)} />}
      </div>
      {progress && <HowFar progress={progress} ticket={wordsOf(view.desk).ticket} />}
    </section>
  );
}

/** Freshservice keeps no list of tickets that have ended for good. */
const ledgersOf = {
  jira: 'Every ledger',
  freshservice: 'Every ledger but those of tickets that have ended for good, whose own panel exports them',
} as const satisfies Record<SectionProps['view']['desk'], string>;

interface HowFarProps {
  readonly progress: Progress;
  readonly ticket: string;
}

/** How many ledgers are in it, and where the file is once it is whole. */
function HowFar({ progress: { ledgers, isBusy, address, problem }, ticket }: HowFarProps) {
  const { Banner } = useKit();
  useEffect(() => () => (address === undefined ? undefined : URL.revokeObjectURL(address)), [address]);
  if (problem !== undefined) return <Banner tone="error" title={problem} />;
  return (
    <p role="status">
      {ledgers} {ticket}s{isBusy ? ' so far …' : '.'}{' '}
      {address !== undefined && (
        <a href={address} download="baton-export.ndjson">
          Save the file
        </a>
      )}
    </p>
  );
}
