import { useState } from 'react';
import type { PanelView } from '../../src/panel/view';
import { useKit } from '../kit';
import { Away } from './Away';

/** What the agreement says of such a ticket: its instructions at once, the rest behind a button. */
export function Agreed({ agreed }: { readonly agreed: PanelView['agreed'] }) {
  const { Disclosure } = useKit();
  const [isOpen, setOpen] = useState(false);
  if (!agreed) return null;
  const { runbook, lines } = agreed;
  return (
    <section className="baton-section">
      {runbook && <Away to={runbook} says="Runbook" />}
      {lines.length > 0 && (
        <Disclosure label="What was agreed" isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
          <dl className="baton-packet">
            {lines.map(({ label, text }) => (
              <div key={label} className="baton-line">
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      )}
    </section>
  );
}
