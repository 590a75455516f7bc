import { useState } from 'react';
import { caseText, mailLink } from '../../src/panel/caseText';
import type { VendorView } from '../../src/panel/view';
import { useKit } from '../kit';
import { Away } from './Away';
import type { AskFields } from './askFields';

/** How the vendor is reached, and the text for it: to copy, or to send from one's own mail program. */
export function VendorCase({ vendor, fields }: { readonly vendor: VendorView; readonly fields: AskFields }) {
  const { TextArea } = useKit();
  const text = caseText(vendor, fields);
  return (
    <section className="baton-section" aria-labelledby="baton-vendor">
      <h3 className="baton-eyebrow" id="baton-vendor">
        How to reach them
      </h3>
      <dl className="baton-packet">
        {vendor.lines.map(({ label, text: says, link }) => (
          <div key={`${label} ${says}`} className="baton-line">
            <dt>{label}</dt>
            <dd>{link ? <Away to={link} says={says} /> : says}</dd>
          </div>
        ))}
      </dl>
      <TextArea
        name="ask-case-text"
        label="Text for the vendor"
        hint="Made from what is above. Copy it, or write from your mail program."
        value={text}
        rows={6}
        onChange={unchanged}
      />
      <div className="baton-actions">
        <Copy text={text} />
        {vendor.mail && <Away to={mailLink(vendor.mail, text)} says="Write e-mail" />}
      </div>
    </section>
  );
}

/** The text follows the fields; it is changed there. */
const unchanged = (): void => undefined;

/** Puts the text on the clipboard, where the page may; else it stands there to be copied by hand. */
function Copy({ text }: { readonly text: string }) {
  const { Button } = useKit();
  const [done, setDone] = useState<string>();
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setDone(text),
      () => setDone(undefined),
    );
  };
  return <Button label={done === text ? 'Copied' : 'Copy text'} emphasis="default" onPress={copy} />;
}
