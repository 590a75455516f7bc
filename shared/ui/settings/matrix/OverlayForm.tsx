import { useCallback, useState } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import { overlayGroups, withOverlay, type Finding, type OverlayDocument } from '../../../src/settings/matrix';
import { useKit } from '../../kit';
import { DocumentForm } from './DocumentForm';
import type { EditDocument } from './editDocument';
import { OverlayCell } from './OverlayCell';
import type { Editor } from './useEditor';

interface OverlayFormProps {
  readonly draft: AgreementDocument;
  readonly index: number;
  /** The cell whose changes are open first. */
  readonly cell: string | undefined;
  readonly part: string | undefined;
  readonly isEditable: boolean;
  readonly editor: Editor;
  readonly findings: readonly Finding[];
  readonly onClose: () => void;
}

/** The findings of what is written at a path, told from there. */
export const findingsAt = (findings: readonly Finding[], start: string): readonly Finding[] =>
  findings
    .filter(({ path }) => path.startsWith(`${start}.`))
    .map(finding => ({ ...finding, path: finding.path.slice(start.length + 1) }));

/** One overlay: whose tickets it is for, and what it changes of which cell. */
export function OverlayForm({ draft, index, cell: first, part, ...rest }: OverlayFormProps) {
  const { isEditable, editor, findings, onClose } = rest;
  const { change, names } = editor;
  const [cell, setCell] = useState(first);
  const edit = useCallback<EditDocument>(
    (what, made, place) =>
      change(
        what,
        before => withOverlay(before, index, overlay => made(overlay) as OverlayDocument),
        place && `overlays.${index}.${place}`,
      ),
    [change, index],
  );
  const overlays = draft.overlays ?? [];
  const overlay = overlays[index];
  if (!overlay) return null;
  const own = findingsAt(findings, `overlays.${index}`);
  const isInCell = cell !== undefined && draft.matrix.some(({ id }) => id === cell);
  return (
    <>
      <DocumentForm
        title={`Overlay: ${overlay.name}`}
        document={overlay}
        groups={overlayGroups(overlays, overlay)}
        findings={own}
        opensAt={isInCell ? undefined : (part ?? 'name')}
        {...{ isEditable, names, onClose }}
        onEdit={edit}
        back="Back to the table"
      />
      <WhichOfItsCells {...{ draft, overlay, cell }} onChoose={setCell} />
      {isInCell && (
        <OverlayCell
          key={cell}
          {...{ draft, overlay, index, cell, part, isEditable, editor }}
          findings={findingsAt(own, `cells.${cell}`)}
          onClose={() => setCell(undefined)}
        />
      )}
    </>
  );
}

interface WhichProps extends Pick<OverlayFormProps, 'draft' | 'cell'> {
  readonly overlay: OverlayDocument;
  readonly onChoose: (cell: string | undefined) => void;
}

/** Which cell to look at, those that it changes first. */
function WhichOfItsCells({ draft: { matrix }, overlay: { cells = {} }, cell, onChoose }: WhichProps) {
  const { Select } = useKit();
  const changes = (id: string): number => Object.keys(cells[id]?.targets ?? {}).length + countOthers(cells[id]);
  const sorted = [...matrix].sort((one, other) => Number(changes(other.id) > 0) - Number(changes(one.id) > 0));
  const choices = sorted.map(({ id, name }) => ({
    value: id,
    label: changes(id) === 0 ? `${name}: all inherited` : `${name}: ${changes(id)} changed here`,
  }));
  return (
    <Select
      name="overlay-cell"
      label="What it changes of cell"
      value={cell ?? ''}
      choices={[{ value: '', label: 'Choose a cell' }, ...choices]}
      onChange={id => onChoose(id === '' ? undefined : id)}
    />
  );
}

const countOthers = (change: object | undefined): number =>
  Object.keys(change ?? {}).filter(name => name !== 'targets').length;
