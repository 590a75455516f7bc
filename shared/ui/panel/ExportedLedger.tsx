import { useKit } from '../kit';

interface ExportedLedgerProps {
  readonly text: string;
  readonly onClose: () => void;
}

/** The whole ledger to be copied: not every desk lets a panel save a file. */
export function ExportedLedger({ text, onClose }: ExportedLedgerProps) {
  const { Button, TextArea } = useKit();
  return (
    <section className="baton-answer" aria-label="The whole ledger">
      <h3 className="baton-strong">The whole ledger</h3>
      <TextArea
        name="exported"
        label="Copy all of it into a file"
        hint="Ctrl + A, then Ctrl + C. “npm run verify-ledger” tells whether anything in it was changed."
        value={text}
        onChange={() => undefined}
        rows={8}
        hasCursor
      />
      <div className="baton-actions">
        <Button label="Back" emphasis="default" onPress={onClose} />
      </div>
    </section>
  );
}
