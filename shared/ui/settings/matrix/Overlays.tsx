import type { AgreementDocument } from '../../../src/agreement';
import { whoseText, withNewOverlay, withoutOverlay, type OverlayDocument } from '../../../src/settings/matrix';
import { useKit } from '../../kit';
import type { Opened } from './OpenForm';
import type { Editor } from './useEditor';

interface OverlaysProps {
  readonly draft: AgreementDocument;
  readonly isEditable: boolean;
  readonly editor: Editor;
  readonly onOpen: (opened: Opened) => void;
}

const aboveText = ({ inherits }: OverlayDocument, overlays: readonly OverlayDocument[]): string =>
  inherits === undefined ? '' : `, beyond ${overlays.find(({ id }) => id === inherits)?.name ?? inherits}`;

const countText = ({ cells = {} }: OverlayDocument): string => {
  const count = Object.values(cells).filter(change => Object.keys(change).length > 0).length;
  return count === 1 ? 'changes 1 cell' : `changes ${count} cells`;
};

/** What is other for some clients, units, places or customer tiers; everything else is as the table says. */
export function Overlays({ draft, isEditable, editor, onOpen }: OverlaysProps) {
  const { Button } = useKit();
  const overlays = draft.overlays ?? [];
  const add = (): void => {
    editor.change('Added an overlay', withNewOverlay);
    onOpen({ what: 'overlay', index: overlays.length });
  };
  return (
    <section className="baton-section" aria-label="Overlays">
      <h3 className="baton-strong">Overlays</h3>
      <p className="baton-muted">
        {overlays.length === 0
          ? 'None: every client, unit and place has what the table says.'
          : 'What is other for some clients, units or places. Everything else they inherit.'}
      </p>
      <ul className="baton-findings">
        {overlays.map((overlay, index) => (
          <li key={index}>
            <span className="baton-strong">{overlay.name}</span>: {whoseText(overlay) || 'for nobody yet'}
            {aboveText(overlay, overlays)}; {countText(overlay)}.
            <div className="baton-actions">
              <Button
                label={`${isEditable ? 'Edit' : 'See'} ${overlay.name}`}
                emphasis="default"
                onPress={() => onOpen({ what: 'overlay', index })}
              />
              {isEditable && (
                <Button
                  label={`Remove ${overlay.name}`}
                  emphasis="subtle"
                  onPress={() => editor.change(`Removed “${overlay.name}”`, before => withoutOverlay(before, index))}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      {isEditable && (
        <div className="baton-actions">
          <Button label="Add an overlay" emphasis="default" onPress={add} />
        </div>
      )}
    </section>
  );
}
