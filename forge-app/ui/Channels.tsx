import { useEffect, useState } from 'react';
import { useKit } from '@baton/shared/ui';
import { readChannels, saveChannel, type ChannelStanding, type ChannelsAnswer } from './deskCalls';

/** Where the messages of the agreement's channels go. What was entered is never shown again. */
export function Channels() {
  const { Banner } = useKit();
  const [answer, setAnswer] = useState<ChannelsAnswer>();
  useEffect(() => void readChannels().then(setAnswer), []);
  if (!answer || (answer.ok && answer.channels.length === 0)) return null;

  return (
    <section className="baton-before" aria-labelledby="channels">
      <h2 id="channels" className="baton-headline">
        Channels
      </h2>
      <p className="baton-muted">
        Where messages go that leave Jira. Addresses and keys are kept secret: they are in no agreement and no ledger,
        and this page does not show them again.
      </p>
      {!answer.ok && <Banner tone="warning" title={answer.sentence} />}
      {answer.ok && answer.channels.map(channel => <Channel key={channel.id} channel={channel} />)}
    </section>
  );
}

const needs: Readonly<Record<string, { readonly address?: string; readonly key?: string }>> = {
  slack: { address: 'Incoming webhook of Slack' },
  teams: { address: 'Workflow of Teams: “When a webhook request is received”' },
  webhook: { address: 'Address', key: 'Signing key (whsec_…)' },
  pagerduty: { key: 'Routing key of an Events API v2 integration' },
};

function Channel({ channel }: { readonly channel: ChannelStanding }) {
  const { Button, TextField } = useKit();
  const [typed, setTyped] = useState<{ address: string; key: string }>({ address: '', key: '' });
  const [said, setSaid] = useState<ChannelsAnswer>();
  const [isBusy, setBusy] = useState(false);
  const { id, kind, name, isSet } = channel;
  const isEntered = said?.ok ?? isSet;

  const save = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const answer = await saveChannel(id, typed);
    setSaid(answer);
    if (answer.ok) setTyped({ address: '', key: '' });
    setBusy(false);
  };

  const asked = Object.entries(needs[kind] ?? {}) as ['address' | 'key', string][];
  return (
    <div className="baton-channel">
      {asked.map(([part, label], index) => (
        <TextField
          key={part}
          name={`${id}-${part}`}
          label={`${name}: ${label}`}
          value={typed[part]}
          hint={isEntered ? 'Entered. What you type replaces it.' : 'Not entered yet: messages take the next channel.'}
          error={index === 0 && said && !said.ok ? said.sentence : undefined}
          onChange={value => setTyped({ ...typed, [part]: value })}
        />
      ))}
      <div className="baton-actions">
        <Button
          label={`Save ${name}`}
          emphasis="default"
          isBusy={isBusy}
          isDisabled={asked.some(([part]) => typed[part] === '')}
          onPress={() => void save()}
        />
      </div>
    </div>
  );
}
