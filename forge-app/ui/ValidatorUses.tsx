import { useEffect, useState } from 'react';
import { useKit } from '@baton/shared/ui';
import { readValidatorUses, type ValidatorUsesAnswer } from './deskCalls';

/** Where Baton's validator stands in a workflow, and how it is taken off: the work before uninstalling. */
export function ValidatorUses() {
  const [answer, setAnswer] = useState<ValidatorUsesAnswer>();
  useEffect(() => void readValidatorUses().then(setAnswer), []);

  return (
    <section className="baton-before" aria-labelledby="before-uninstalling">
      <h2 id="before-uninstalling" className="baton-headline">
        Before you uninstall Baton
      </h2>
      <p className="baton-muted">
        Take its validator off every transition first. Once the app is gone, Jira lets nobody through a transition that
        still carries it, and Baton can neither prevent the uninstall nor mend it afterwards.
      </p>
      {answer && <Found answer={answer} />}
      <ol className="baton-steps">
        <li>
          Open Settings, Work items, Workflows, and edit the workflow (in a team-managed space: its own settings).
        </li>
        <li>Choose the transition and remove the rule “Baton handoff” under Validate details.</li>
        <li>Update the workflow, then load this page again: nothing is listed any more.</li>
      </ol>
    </section>
  );
}

function Found({ answer }: { readonly answer: ValidatorUsesAnswer }) {
  const { Banner } = useKit();
  if (!answer.ok) return <Banner tone="warning" title={answer.sentence} />;
  if (answer.uses.length === 0) return <Banner tone="info" title="No published workflow carries the validator." />;
  return (
    <Banner tone="warning" title="The validator stands on these transitions">
      <ul>
        {answer.uses.map(({ workflow, transition }) => (
          <li key={`${workflow} ${transition}`}>
            {workflow}: {transition}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
