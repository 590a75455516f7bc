import { useEffect, useState } from 'react';
import { useKit } from '@baton/shared/ui';
import {
  readSources,
  saveSource,
  trySource,
  type ChannelStanding,
  type SourcesAnswer,
  type TriedAnswer,
} from './deskCalls';

/** Who may tell Baton something from outside: where they send it, their keys, and what their alerts would open. */
export function Sources() {
  const { Banner } = useKit();
  const [answer, setAnswer] = useState<SourcesAnswer>();
  useEffect(() => void readSources().then(setAnswer), []);
  if (!answer || (answer.ok && answer.sources.length === 0)) return null;

  return (
    <section className="baton-before" aria-labelledby="sources">
      <h2 id="sources" className="baton-headline">
        From outside
      </h2>
      {!answer.ok && <Banner tone="warning" title={answer.sentence} />}
      {answer.ok && (
        <>
          <p className="baton-muted">
            Monitoring, pagers and vendors send to this address, signed with their key. Nothing else is let in.
          </p>
          <p className="baton-code">
            <code>{answer.address}</code>
          </p>
          {answer.sources.map(source => (
            <Source key={source.id} source={source} />
          ))}
        </>
      )}
    </section>
  );
}

function Source({ source: { id, kind, name, isSet } }: { readonly source: ChannelStanding }) {
  const [said, setSaid] = useState<SourcesAnswer>();
  const isEntered = said?.ok ?? isSet;
  return (
    <div className="baton-channel">
      <SourceKey id={id} kind={kind} name={name} isEntered={isEntered} said={said} onSaved={setSaid} />
      {kind === 'alerts' && isEntered && <Test id={id} name={name} />}
    </div>
  );
}

const keyNames: Readonly<Record<string, string>> = { pagerduty: 'Signing secret of the webhook' };

interface SourceKeyProps {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly isEntered: boolean;
  readonly said: SourcesAnswer | undefined;
  readonly onSaved: (answer: SourcesAnswer) => void;
}

/** What a source signs with. What was entered is never shown again. */
function SourceKey({ id, kind, name, isEntered, said, onSaved }: SourceKeyProps) {
  const { Button, TextField } = useKit();
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);

  const save = async (): Promise<void> => {
    setBusy(true);
    const answer = await saveSource(id, typed);
    onSaved(answer);
    if (answer.ok) setTyped('');
    setBusy(false);
  };

  return (
    <>
      <TextField
        name={`${id}-key`}
        label={`${name}: ${keyNames[kind] ?? 'Signing key (whsec_…)'}`}
        value={typed}
        hint={
          isEntered
            ? 'Entered. What you type replaces it; the old one is good for a day.'
            : 'Not entered yet: nothing of it is let in.'
        }
        error={said?.ok === false ? said.sentence : undefined}
        onChange={setTyped}
      />
      <div className="baton-actions">
        <Button
          label={`Save ${name}`}
          emphasis="default"
          isBusy={isBusy}
          isDisabled={typed === ''}
          onPress={() => void save()}
        />
      </div>
    </>
  );
}

/** What its alerts would open now, each sent to Baton's own door as the source would send it. */
function Test({ id, name }: Pick<ChannelStanding, 'id' | 'name'>) {
  const { Button } = useKit();
  const [tried, setTried] = useState<TriedAnswer>();
  const [isBusy, setBusy] = useState(false);

  const test = async (): Promise<void> => {
    setBusy(true);
    setTried(await trySource(id));
    setBusy(false);
  };

  return (
    <>
      <div className="baton-actions">
        <Button label={`Test ${name}`} emphasis="default" isBusy={isBusy} onPress={() => void test()} />
      </div>
      {tried && <Tried answer={tried} />}
    </>
  );
}

/** What the test alerts would have opened. */
function Tried({ answer }: { readonly answer: TriedAnswer }) {
  const { Banner, Lozenge } = useKit();
  if (!answer.ok) return <Banner tone="warning" title={answer.sentence} />;
  return (
    <>
      <p className="baton-said" role="status">
        Tested. Nothing was opened.
      </p>
      <dl className="baton-health">
        {answer.tried.map(({ severity, text, isSound }) => (
          <div key={severity} className="baton-health-line">
            <dt className="baton-strong">
              {severity === '*' ? 'the rest' : severity} {!isSound && <Lozenge text="LOOK" tone="at risk" />}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
