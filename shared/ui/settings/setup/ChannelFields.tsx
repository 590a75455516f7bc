import { useState } from 'react';
import { channelWords, type ChannelDocument, type SettingsAnswer, type SetupChannel } from '../../../src/settings';
import { Unreachable } from '../../bridge';
import { useKit } from '../../kit';
import type { SettingsAsk } from '../settingsBridge';
import type { SetupProps } from './setupProps';

interface ChannelFieldsProps extends SetupProps {
  readonly id: string;
  readonly channel: ChannelDocument;
  readonly onRemove: () => void;
}

type Said = { readonly tone: 'info' | 'error'; readonly title: string };

/** What the desk knows a channel by before the agreement that names it is stored. */
const sent = (id: string, { kind, name, region }: ChannelDocument): SetupChannel => ({
  ...{ id, kind },
  ...(name === undefined ? {} : { name }),
  ...(region === undefined ? {} : { region }),
});

const answered = (answer: SettingsAnswer, done: string): Said =>
  answer.ok
    ? { tone: 'info', title: answer.said ?? done }
    : { tone: 'error', title: `${answer.sentence} ${answer.remedy}` };

const silent = (cause: unknown): Said => {
  const { sentence, remedy } = cause instanceof Unreachable ? cause : new Unreachable();
  return { tone: 'error', title: `${sentence} ${remedy}` };
};

/** Asks one thing of a channel at a time, and what became of it. */
function useAsking(ask: SetupProps['ask']) {
  const [said, setSaid] = useState<Said>();
  const [isBusy, setBusy] = useState(false);
  const tell = async (request: SettingsAsk, done: string): Promise<boolean> => {
    setBusy(true);
    const became = await ask(request).then(answer => answered(answer, done), silent);
    setBusy(false);
    setSaid(became);
    return became.tone === 'info';
  };
  return { said, isBusy, tell };
}

/** One channel: its address where the desk keeps it, and a test that is really sent. What was entered is never shown again. */
export function ChannelFields({ id, channel, known, view, ask, onEntered, onRemove }: ChannelFieldsProps) {
  const { Banner, Button } = useKit();
  const { said, isBusy, tell } = useAsking(ask);
  const { name = id } = channel;
  const isEntered = known.entered?.has(id) ?? false;
  const save = async (typed: Typed): Promise<boolean> => {
    const isKept = await tell(
      { type: 'channel address', channel: sent(id, channel), ...typed },
      'Kept. Send a test now.',
    );
    if (isKept) onEntered(id);
    return isKept;
  };
  const test = (): void => void tell({ type: 'channel test', channel: sent(id, channel) }, 'Sent.');
  return (
    <fieldset className="baton-group">
      <Legend {...{ name, channel, isEntered }} />
      {channel.kind !== 'desk' && (
        <>
          {view.desk === 'jira' ? (
            <Address {...{ id, channel, isEntered, isBusy }} onSave={save} />
          ) : (
            <Elsewhere id={id} />
          )}
          <div className="baton-actions">
            <Button label={`Send a test to ${name}`} emphasis="default" isBusy={isBusy} onPress={test} />
          </div>
        </>
      )}
      <div className="baton-actions">
        <Button label={`Remove ${name}`} emphasis="subtle" isDisabled={isBusy} onPress={onRemove} />
      </div>
      {said && <Banner tone={said.tone} title={said.title} />}
    </fieldset>
  );
}

interface LegendProps {
  readonly name: string;
  readonly channel: ChannelDocument;
  readonly isEntered: boolean;
}

function Legend({ name, channel: { kind }, isEntered }: LegendProps) {
  const { Lozenge } = useKit();
  return (
    <legend>
      {name} ({channelWords[kind].name}) {kind !== 'desk' && !isEntered && <Lozenge text="NO ADDRESS" tone="at risk" />}
    </legend>
  );
}

/** Freshservice keeps secrets in the app's own settings only. */
const Elsewhere = ({ id }: { readonly id: string }) => (
  <p className="baton-muted">
    An account admin enters its address in Baton’s own settings (Admin, Apps), in “Addresses of channels”, under the
    name <code>{id}</code>.
  </p>
);

interface Typed {
  readonly address?: string;
  readonly key?: string;
}

interface AddressProps {
  readonly id: string;
  readonly channel: ChannelDocument;
  readonly isEntered: boolean;
  readonly isBusy: boolean;
  readonly onSave: (typed: Typed) => Promise<boolean>;
}

function Address({ id, channel, isEntered, isBusy, onSave }: AddressProps) {
  const { Button, TextField } = useKit();
  const [typed, setTyped] = useState<Typed>({});
  const asked = (['address', 'key'] as const).filter(part => channelWords[channel.kind][part] !== undefined);
  const save = async (): Promise<void> => {
    if (await onSave(typed)) setTyped({});
  };
  return (
    <>
      {asked.map(part => (
        <TextField
          key={part}
          name={`${id}-${part}`}
          label={channelWords[channel.kind][part] ?? ''}
          value={typed[part] ?? ''}
          hint={isEntered ? 'Entered. What you type replaces it.' : 'Kept secret; never shown again.'}
          onChange={value => setTyped({ ...typed, [part]: value })}
        />
      ))}
      <div className="baton-actions">
        <Button
          label={`Keep the address of ${channel.name ?? id}`}
          emphasis="default"
          isBusy={isBusy}
          isDisabled={asked.some(part => !typed[part])}
          onPress={() => void save()}
        />
      </div>
    </>
  );
}
