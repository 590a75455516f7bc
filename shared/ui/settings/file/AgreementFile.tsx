import { useState } from 'react';
import type { Change } from '../../../src/agreement';
import { agreementJson, agreementYaml, previewImport, type ImportPreview } from '../../../file';
import { useKit } from '../../kit';
import { Changes } from '../Changes';
import type { SectionProps } from '../section';
import { writtenInto } from '../nextVersion';
import { ImportRefused } from './ImportRefused';

/** The agreement as a file: taken out as YAML or JSON, taken in after a look at what it would change. */
export const AgreementFile = (section: SectionProps) => (
  <>
    {Object.keys(section.draft).length > 0 && <Exported {...section} />}
    {section.isEditable && <Imported {...section} />}
  </>
);

function Exported({ draft }: SectionProps) {
  const { Button, TextArea } = useKit();
  const [shown, setShown] = useState<string>();
  return (
    <>
      <div className="baton-actions">
        <Button label="Show as YAML" emphasis="default" onPress={() => setShown(agreementYaml(draft))} />
        <Button label="Show as JSON" emphasis="default" onPress={() => setShown(agreementJson(draft))} />
      </div>
      {shown !== undefined && (
        <div className="baton-code">
          <TextArea name="exported" label="Copy this into a file" value={shown} rows={12} onChange={() => undefined} />
        </div>
      )}
    </>
  );
}

function Imported({ draft, view, onChange }: SectionProps) {
  const { Button, TextArea } = useKit();
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<ImportPreview>();
  const version = writtenInto(view);
  const current = Object.keys(draft).length === 0 ? undefined : { ...draft, version };
  const type = (typed: string): void => {
    setText(typed);
    setPreview(undefined);
  };
  return (
    <>
      <div className="baton-code">
        <TextArea
          name="imported"
          label="Paste a file"
          hint="Nothing changes before you have seen what it would change."
          value={text}
          rows={8}
          onChange={type}
        />
      </div>
      <div className="baton-actions">
        <Button
          label="See what it would change"
          emphasis="default"
          isDisabled={text.trim() === ''}
          onPress={() => setPreview(previewImport(text, current))}
        />
      </div>
      {preview && !preview.ok && <ImportRefused preview={preview} />}
      {preview?.ok && (
        <WouldChange
          changes={preview.changes.filter(isSaid)}
          onTake={() => {
            onChange({ ...preview.document, version });
            type('');
          }}
        />
      )}
    </>
  );
}

/** A file carries the version it had where it comes from, which says nothing here. */
const isSaid = ({ path }: Change): boolean => path !== 'version';

function WouldChange({ changes, onTake }: { readonly changes: readonly Change[]; readonly onTake: () => void }) {
  const { Banner, Button } = useKit();
  const places = changes.length === 1 ? '1 place' : `${changes.length} places`;
  return (
    <Banner tone="info" title={`It would change ${places}`} takesFocus>
      <Changes changes={changes} none="It says what is there already." />
      <div className="baton-actions">
        <Button label="Take it over" emphasis="primary" onPress={onTake} />
      </div>
    </Banner>
  );
}
