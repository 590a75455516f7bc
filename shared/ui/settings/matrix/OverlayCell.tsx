import { useCallback } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import {
  changesOf,
  overlaidDocument,
  overlaidGroups,
  withOverlaidCell,
  withOverlay,
  withoutChange,
  type CellDocument,
  type Finding,
  type OverlaidCell,
  type OverlayDocument,
} from '../../../src/settings/matrix';
import { useKit } from '../../kit';
import { DocumentForm } from './DocumentForm';
import type { EditDocument } from './editDocument';
import type { Editor } from './useEditor';

interface OverlayCellProps {
  readonly draft: AgreementDocument;
  readonly overlay: OverlayDocument;
  readonly index: number;
  readonly cell: string;
  readonly part: string | undefined;
  readonly isEditable: boolean;
  readonly editor: Editor;
  readonly findings: readonly Finding[];
  readonly onClose: () => void;
}

/** A cell as it is for the tickets of an overlay: what is inherited, and what is changed here. */
export function OverlayCell({ draft, overlay, index, cell, part, editor, ...rest }: OverlayCellProps) {
  const { change, names } = editor;
  const edit = useCallback<EditDocument>(
    (what, made, place) =>
      change(
        what,
        before =>
          withOverlay(before, index, now => {
            const is = overlaidDocument(before, now, cell);
            return is ? withOverlaidCell(now, is, made(is.own) as CellDocument) : now;
          }),
        place && `overlays.${index}.cells.${cell}.${place}`,
      ),
    [change, index, cell],
  );
  const is = overlaidDocument(draft, overlay, cell);
  if (!is) return null;
  return (
    <>
      <ChangedHere
        {...{ is, editor }}
        isEditable={rest.isEditable}
        onGiveUp={(unit, label) =>
          change(`Inherited again: ${label.toLowerCase()}`, before =>
            withOverlay(before, index, now => withoutChange(now, cell, unit)),
          )
        }
      />
      <DocumentForm
        title={`${is.inherited.name}, for ${overlay.name}`}
        document={is.own}
        groups={overlaidGroups(is, names)}
        opensAt={part ?? 'targets'}
        names={names}
        onEdit={edit}
        back="Back to the overlay"
        {...rest}
      />
    </>
  );
}

interface ChangedHereProps {
  readonly is: OverlaidCell;
  readonly editor: Editor;
  readonly isEditable: boolean;
  readonly onGiveUp: (unit: string, label: string) => void;
}

/** Each change with what it stands in for, a press away from being inherited again. */
function ChangedHere({ is, editor: { names }, isEditable, onGiveUp }: ChangedHereProps) {
  const { Button } = useKit();
  const changes = changesOf(is, names);
  if (changes.length === 0) return <p className="baton-muted">All of it is inherited so far.</p>;
  return (
    <dl className="baton-changes" aria-label="Changed here">
      {changes.map(({ unit, label, here, inherited }) => (
        <div key={unit}>
          <dt>{label}</dt>
          <dd>
            {here}; inherited: {inherited}{' '}
            {isEditable && (
              <Button
                label={`Inherit ${label.toLowerCase()}`}
                emphasis="subtle"
                onPress={() => onGiveUp(unit, label)}
              />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
