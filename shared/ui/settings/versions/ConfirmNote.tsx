import { useState } from 'react';
import type { DeskName } from '../../../src/agreement';
import { wordsOf } from '../../../src/panel/wording';
import type { Confirming } from '../../../src/settings';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';

interface ConfirmNoteProps extends Pick<SectionProps, 'addressOf'> {
  readonly confirming: Confirming;
  readonly desk: DeskName;
  /** Looks whether it has taken effect; then this is not shown any more. */
  readonly onLook: () => Promise<unknown>;
}

/** What the person still has to write themself before an act takes effect. */
export function ConfirmNote({ confirming: { code, ticket }, desk, addressOf, onLook }: ConfirmNoteProps) {
  const { Banner, Button } = useKit();
  const [isLooked, setLooked] = useState(false);
  const look = (): void => void onLook().then(() => setLooked(true));
  const address = addressOf(ticket);
  const called = `${wordsOf(desk).ticket} #${ticket}`;
  return (
    <Banner tone="info" title="Waiting for your note" takesFocus>
      <p>
        Open{' '}
        {address === undefined ? (
          <b>{called}</b>
        ) : (
          <a href={address} target="_blank" rel="noreferrer">
            {called}
          </a>
        )}{' '}
        and write this as a private note: <code>{code}</code>
      </p>
      <p>It takes effect once {wordsOf(desk).desk} says that the note is yours. The code is good for a day.</p>
      <div className="baton-actions">
        <Button label="I have written it" emphasis="default" onPress={look} />
      </div>
      {isLooked && <p role="status">Not yet. What Baton answers on that {wordsOf(desk).ticket} says why.</p>}
    </Banner>
  );
}
