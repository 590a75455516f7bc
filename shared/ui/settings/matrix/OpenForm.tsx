import { useCallback } from 'react';
import type { AgreementDocument } from '../../../src/agreement';
import {
  boundaryGroups,
  cellGroups,
  crossings,
  withCell,
  type CellDocument,
  type Finding,
  type Place,
} from '../../../src/settings/matrix';
import { DocumentForm } from './DocumentForm';
import type { EditDocument } from './editDocument';
import { OverlayForm } from './OverlayForm';
import type { Editor } from './useEditor';

/** What is open below the table: the cell one is in, what all cells of one direction inherit, or an overlay. */
export type Opened =
  | { readonly what: 'cell'; readonly part?: string | undefined }
  | { readonly what: 'client>msp' | 'msp>client' }
  | { readonly what: 'overlay'; readonly index: number; readonly cell?: string; readonly part?: string };

interface OpenFormProps {
  readonly draft: AgreementDocument;
  readonly at: Place;
  readonly opened: Opened;
  readonly isEditable: boolean;
  readonly editor: Editor;
  readonly findings: readonly Finding[];
  readonly onClose: () => void;
}

/** Everything a cell says, a boundary for all its cells, or an overlay for some of its tickets. */
export function OpenForm({ opened, ...props }: OpenFormProps) {
  if (opened.what === 'overlay') {
    const { at: _, ...rest } = props;
    return <OverlayForm {...rest} index={opened.index} cell={opened.cell} part={opened.part} />;
  }
  return opened.what === 'cell' ? (
    <CellForm {...props} part={opened.part} />
  ) : (
    <BoundaryForm {...props} way={opened.what} />
  );
}

const BACK = 'Back to the table';

type Shared = Omit<OpenFormProps, 'opened'>;

function CellForm({ draft, at, editor, findings, part, ...rest }: Shared & { readonly part: string | undefined }) {
  const { change, names } = editor;
  const cell = draft.matrix[at.row];
  const edit = useCallback<EditDocument>(
    (what, made, place) =>
      change(
        what,
        before => {
          const now = before.matrix[at.row];
          return now && { ...before, matrix: [...withCell(before.matrix, at.row, made(now) as CellDocument)] };
        },
        place && `${at.row} ${place}`,
      ),
    [change, at.row],
  );
  if (!cell) return null;
  const own = findings.filter(finding => finding.cell === cell.id);
  return (
    <DocumentForm
      title={cell.name}
      document={cell}
      groups={cellGroups}
      hasCondition
      findings={own}
      opensAt={part}
      names={names}
      onEdit={edit}
      back={BACK}
      {...rest}
    />
  );
}

function BoundaryForm({
  draft,
  editor,
  findings,
  way,
  ...rest
}: Shared & { readonly way: 'client>msp' | 'msp>client' }) {
  const { change, names } = editor;
  const edit = useCallback<EditDocument>(
    (what, made, place) =>
      change(
        what,
        before => ({ ...before, boundaries: { ...before.boundaries, [way]: made(before.boundaries[way]) } }),
        place && `${way} ${place}`,
      ),
    [change, way],
  );
  const start = `boundaries.${way}.`;
  const own = findings
    .filter(({ path }) => path.startsWith(start))
    .map(finding => ({ ...finding, path: finding.path.slice(start.length) }));
  const called = crossings.find(([value]) => value === way)?.[1] ?? way;
  return (
    <DocumentForm
      title={`${called}: what its cells inherit`}
      document={draft.boundaries[way]}
      groups={boundaryGroups}
      findings={own}
      opensAt="receiver"
      names={names}
      onEdit={edit}
      back={BACK}
      {...rest}
    />
  );
}
