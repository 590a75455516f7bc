import { useState } from 'react';
import { changedSections, isUsable, onlyWatching, type Confirming, type SettingsAnswer } from '../../../src/settings';
import { Unreachable } from '../../bridge';
import { useKit } from '../../kit';
import { ConfirmNote } from '../versions/ConfirmNote';
import type { SetupProps } from './setupProps';

const reason = 'First agreement, to watch by';

const silent = (cause: unknown): Extract<SettingsAnswer, { ok: false }> => {
  const { sentence, remedy } = cause instanceof Unreachable ? cause : new Unreachable();
  return { ok: false, code: 'unreachable', sentence, remedy };
};

/** Writes the text, then puts it in force; the first refusal ends it and is the answer. */
async function start({ draft, view, ask }: SetupProps): Promise<SettingsAnswer> {
  const version = view.versions[0]?.number ?? 1;
  const sections = changedSections({}, { ...onlyWatching(draft), version });
  const written = await ask({ type: 'draft', expected: view.revision, version, reason, sections }).catch(silent);
  if (!written.ok || !written.view) return written;
  return ask({ type: 'adopt', expected: written.view.revision, version, reason }).catch(silent);
}

/** Puts the first agreement in force, where it only watches: nobody is told and nothing is held up. */
export function StartWatching(props: SetupProps) {
  const { Banner, Button } = useKit();
  const [refused, setRefused] = useState<Extract<SettingsAnswer, { ok: false }>>();
  const [confirming, setConfirming] = useState<Confirming>();
  const [isBusy, setBusy] = useState(false);
  const { draft, view, ask, addressOf } = props;
  const isReady = isUsable(draft);
  const press = async (): Promise<void> => {
    setBusy(true);
    const answer = await start(props);
    setBusy(false);
    setRefused(answer.ok ? undefined : answer);
    setConfirming(answer.ok ? answer.confirming : undefined);
  };
  const look = (): Promise<unknown> => ask({ type: 'open' }).catch(() => undefined);
  return (
    <section aria-label="Start watching" className="baton-fields">
      <p>
        Baton then counts every ticket by this agreement and tells only the leads. Nobody is held up. Both sides sign it
        when they are ready.
      </p>
      {confirming && <ConfirmNote {...{ confirming, desk: view.desk, addressOf }} onLook={look} />}
      {!isReady && <p className="baton-muted">What is listed above as missing has to be there first.</p>}
      {refused && (
        <Banner tone="error" title={refused.sentence} takesFocus>
          <p>{refused.remedy}</p>
        </Banner>
      )}
      <div className="baton-actions">
        <Button
          label="Start watching"
          emphasis="primary"
          isBusy={isBusy}
          isDisabled={!isReady}
          onPress={() => void press()}
        />
      </div>
    </section>
  );
}
