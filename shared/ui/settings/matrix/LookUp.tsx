import { useState } from 'react';
import type { DeskName } from '../../../src/agreement';
import { sentence, wordsOf } from '../../../src/panel/wording';
import type { NamedTicket, SettingsAnswer } from '../../../src/settings';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';

interface LookUpProps extends Pick<SectionProps, 'ask' | 'view'> {
  readonly onFound: (ticket: NamedTicket) => void;
}

const hints: Readonly<Record<DeskName, string>> = {
  jira: 'Its key, such as OPS-12. What you may not see cannot be looked up.',
  freshservice: 'Its number, such as 1042.',
};

/** What came of looking: what was found, or why nothing was. */
type Looked = { readonly found: string } | { readonly not: string } | undefined;

const looked = (answer: SettingsAnswer, called: string): Looked => {
  if (!answer.ok) return { not: `${answer.sentence} ${answer.remedy}` };
  return answer.ticket && { found: `As ${called} ${answer.ticket.label} is now; change what you like.` };
};

/** Takes the facts of a real ticket from the desk. */
export function LookUp({ ask, view: { desk }, onFound }: LookUpProps) {
  const { Button, TextField } = useKit();
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<Looked>();
  const called = wordsOf(desk).ticket;
  const look = async (): Promise<void> => {
    setBusy(true);
    const answer = await ask({ type: 'ticket', name }).catch(() => undefined);
    setBusy(false);
    setResult(answer && looked(answer, called));
    if (answer?.ok && answer.ticket) onFound(answer.ticket);
  };
  return (
    <div className="baton-fields">
      <TextField
        name="ticket"
        label={sentence(called)}
        hint={hints[desk]}
        value={name}
        error={result && 'not' in result ? result.not : undefined}
        onChange={setName}
      />
      <div className="baton-actions">
        <Button
          label="Look it up"
          emphasis="default"
          isBusy={isBusy}
          isDisabled={name.trim() === ''}
          onPress={() => void look()}
        />
      </div>
      <p className="baton-said" role="status">
        {result && 'found' in result ? result.found : ''}
      </p>
    </div>
  );
}
