import { useMemo, useState } from 'react';
import type { Agreement, AgreementDocument } from '../../../src/agreement';
import { blankExample, resultsOf, type ExampleDocument } from '../../../src/settings/matrix';
import { useKit } from '../../kit';
import { ExampleForm } from './ExampleForm';
import type { Editor } from './useEditor';

interface ExamplesProps {
  readonly draft: AgreementDocument;
  /** Absent while the draft cannot be read. */
  readonly agreement: Agreement | undefined;
  readonly isEditable: boolean;
  readonly editor: Editor;
}

type Tests = readonly ExampleDocument[];

const verdict = (results: readonly (string | undefined)[] | undefined, count: number): string => {
  if (results === undefined) return 'They run as soon as the agreement can be read.';
  const failing = results.filter(result => result !== undefined).length;
  if (failing === 0) return count === 0 ? 'None yet: say what must stay true, whoever edits the matrix.' : 'All hold.';
  return `${failing} of ${count} fail. The agreement cannot be activated until they hold.`;
};

/** Examples that must stay true, each with what becomes of it now. */
export function Examples({ draft, agreement, isEditable, editor }: ExamplesProps) {
  const { Button } = useKit();
  const [open, setOpen] = useState<number>();
  const tests: Tests = draft.tests ?? [];
  const results = useMemo(() => agreement && resultsOf(agreement), [agreement]);
  const edit = (what: string, made: (tests: Tests) => Tests): void =>
    editor.change(what, before => ({ ...before, tests: [...made(before.tests ?? [])] }));
  const add = (): void => {
    edit('Added an example', all => [...all, blankExample]);
    setOpen(tests.length);
  };
  return (
    <section className="baton-section" aria-label="Examples">
      <h3 className="baton-strong">Examples that must stay true</h3>
      <p className="baton-muted" role="status">
        {verdict(results, tests.length)}
      </p>
      <ul className="baton-findings">
        {tests.map((test, index) => (
          <Example
            key={index}
            {...{ test, index, isEditable, editor }}
            result={results && (results[index] ?? HOLDS)}
            isOpen={open === index}
            onToggle={() => setOpen(open === index ? undefined : index)}
            onRemove={() => {
              edit(`Removed “${test.name}”`, all => all.filter((_, at) => at !== index));
              setOpen(undefined);
            }}
          />
        ))}
      </ul>
      {isEditable && (
        <div className="baton-actions">
          <Button label="Add an example" emphasis="default" onPress={add} />
        </div>
      )}
    </section>
  );
}

interface ExampleProps extends Pick<ExamplesProps, 'isEditable' | 'editor'> {
  readonly test: ExampleDocument;
  readonly index: number;
  /** What is wrong with it, or that it holds; undefined where it was not run. */
  readonly result: string | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
}

const HOLDS = 'holds';

function Example({ result, isOpen, onToggle, onRemove, ...example }: ExampleProps) {
  const { Button } = useKit();
  const { test, isEditable } = example;
  return (
    <li>
      <span className="baton-example">
        <Result result={result} />
        <button type="button" className="baton-toggle" aria-expanded={isOpen} onClick={onToggle}>
          {test.name}
        </button>
      </span>
      {result && result !== HOLDS && <p>It {result}.</p>}
      {isOpen && <ExampleForm {...example} />}
      {isOpen && isEditable && <Button label={`Remove “${test.name}”`} emphasis="subtle" onPress={onRemove} />}
    </li>
  );
}

function Result({ result }: Pick<ExampleProps, 'result'>) {
  const { Lozenge } = useKit();
  if (result === undefined) return <Lozenge text="Not run" tone="neutral" />;
  return result === HOLDS ? <Lozenge text="Holds" tone="met" /> : <Lozenge text="Fails" tone="breached" />;
}
