import { useRef, useState } from 'react';
import { wordsOf } from '../../../src/panel/wording';
import type { CheckedLedger, LedgerPage } from '../../../src/settings';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';

/** As many ledgers as one question checks. */
const AT_ONCE = 5;

interface Progress {
  readonly checked: number;
  readonly broken: readonly CheckedLedger[];
  readonly state: 'checking' | 'done' | 'stopped' | string;
}

type Ask = SectionProps['ask'];

async function page(ask: Ask, after: string | undefined): Promise<LedgerPage> {
  const answer = await ask({ type: 'ledgers', ...(after === undefined ? {} : { after }) });
  if (answer.ok && answer.told?.ledgers) return answer.told.ledgers;
  throw new Error(answer.ok ? 'The ledgers cannot be listed.' : `${answer.sentence} ${answer.remedy}`);
}

async function check(ask: Ask, tickets: readonly string[]): Promise<readonly CheckedLedger[]> {
  const answer = await ask({ type: 'verify', tickets: [...tickets] });
  if (answer.ok && answer.told?.checked) return answer.told.checked;
  throw new Error(answer.ok ? 'The ledgers cannot be read.' : `${answer.sentence} ${answer.remedy}`);
}

/** Checks every chain a few at a time, telling how far it is; `goesOn` says whether somebody has stopped it. */
async function checkAll(
  ask: Ask,
  tell: (checked: readonly CheckedLedger[]) => void,
  goesOn: () => boolean,
): Promise<void> {
  let after: string | undefined;
  do {
    const { tickets, next } = await page(ask, after);
    for (let from = 0; from < tickets.length && goesOn(); from += AT_ONCE) {
      tell(await check(ask, tickets.slice(from, from + AT_ONCE)));
    }
    after = next;
  } while (after !== undefined && goesOn());
}

const isBroken = ({ problem }: CheckedLedger): boolean => problem !== undefined;

/** Whether nothing in the ledgers was changed, dropped or put in another order. */
export function Chains({ ask, view }: SectionProps) {
  const { Banner, Button } = useKit();
  const [progress, setProgress] = useState<Progress>();
  const isStopped = useRef(false);
  const isBusy = progress?.state === 'checking';
  const end = (state: string): void => setProgress(before => before && { ...before, state });
  const tell = (found: readonly CheckedLedger[]): void =>
    setProgress(
      before =>
        before && {
          ...before,
          checked: before.checked + found.length,
          broken: [...before.broken, ...found.filter(isBroken)],
        },
    );
  const start = async (): Promise<void> => {
    isStopped.current = false;
    setProgress({ checked: 0, broken: [], state: 'checking' });
    await checkAll(ask, tell, () => !isStopped.current).then(
      () => end(isStopped.current ? 'stopped' : 'done'),
      (error: unknown) => end(error instanceof Error ? error.message : 'Baton cannot be reached just now.'),
    );
  };
  return (
    <section aria-label="Ledgers" className="baton-fields">
      <h3 className="baton-strong">Has anything been changed?</h3>
      <p className="baton-muted">
        Every ledger is a chain: what was changed, dropped or put in another order shows.{' '}
        {view.desk === 'freshservice' && 'What has ended for good is checked by its export.'}
      </p>
      <div className="baton-actions">
        <Button label="Check all ledgers" emphasis="default" isBusy={isBusy} onPress={() => void start()} />
        {isBusy && <Button label="Stop" emphasis="subtle" onPress={() => (isStopped.current = true)} />}
      </div>
      {progress && <p role="status">{said(progress, wordsOf(view.desk).ticket)}</p>}
      {progress?.broken.map(({ ticket, problem }) => (
        <Banner key={ticket} tone="error" title={`${wordsOf(view.desk).ticket} ${ticket}: ${problem}`} />
      ))}
    </section>
  );
}

const ends: Readonly<Record<string, string>> = { checking: 'Checking …', stopped: 'Stopped.', done: '' };

function said({ checked, broken, state }: Progress, ticket: string): string {
  const count = `${checked} ${ticket}s checked, ${broken.length === 0 ? 'everything fits' : `${broken.length} do not fit`}.`;
  return `${ends[state] ?? state} ${count}`.trim();
}
