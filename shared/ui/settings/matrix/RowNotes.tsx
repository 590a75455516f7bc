import { conditionText, type CellDocument, type Finding, type Names } from '../../../src/settings/matrix';
import { useKit } from '../../kit';

interface RowNotesProps {
  readonly cell: CellDocument;
  readonly names: Names;
  readonly findings: readonly Finding[] | undefined;
  readonly onOpen: () => void;
}

/** The row one is in, in words: when it applies, and what to do about it. */
export function RowNotes({ cell, names, findings = [], onOpen }: RowNotesProps) {
  const { Button } = useKit();
  const when = conditionText(cell.when ?? {}, names);
  return (
    <section className="baton-section baton-row-notes" aria-label={`About ${cell.name}`}>
      <p>
        <span className="baton-strong">{cell.name}</span> applies {when === '' ? 'to every ticket' : `if ${when}`}.
      </p>
      <FindingTexts findings={findings} />
      <div className="baton-actions">
        <Button label="Everything it says" emphasis="default" onPress={onOpen} />
      </div>
    </section>
  );
}

/** What is wrong, and what deserves a look. */
export const FindingTexts = ({ findings }: { readonly findings: readonly Finding[] }) => (
  <ul className="baton-findings">
    {findings.map(({ kind, text }) => (
      <li key={text} data-kind={kind}>
        {text}
      </li>
    ))}
  </ul>
);
