import { useCallback, useMemo, useState } from 'react';
import type { SectionProps } from '../section';
import { Advice } from './Advice';
import { Examples } from './Examples';
import { findingsByCell, placeOf } from './findingPlaces';
import { Grid } from './Grid';
import { OpenForm, type Opened } from './OpenForm';
import { Overlays } from './Overlays';
import { Pilot } from './Pilot';
import { RowNotes } from './RowNotes';
import { Toolbar } from './Toolbar';
import { useEditor } from './useEditor';
import { useFindings } from './useFindings';
import { usePlace } from './usePlace';
import { WhichCell } from './WhichCell';

/** The matrix: when, and who. Before there is a text there is none. */
export function Matrix(props: SectionProps) {
  if (Object.keys(props.draft).length > 0) return <MatrixEditor {...props} />;
  return (
    <p className="baton-muted">The matrix stands here once the agreement is begun: see Set up, or import a file.</p>
  );
}

/** What is opened anew has nothing left of what was open before. */
const keyOf = (row: number, opened: Opened): string =>
  opened.what === 'overlay' ? `overlay ${opened.index} ${opened.cell}` : `${row} ${opened.what}`;

/** The table, with what is wrong with it while it is edited. */
function MatrixEditor(props: SectionProps) {
  const { draft, isEditable, view } = props;
  const editor = useEditor(props);
  const { findings, agreement, isCurrent } = useFindings(draft, view.now);
  const { at, turn, go, place, back } = usePlace(draft.matrix.length);
  const [opened, setOpened] = useState<Opened>();
  const byCell = useMemo(() => findingsByCell(findings), [findings]);
  const openCell = useCallback((part?: string) => setOpened({ what: 'cell', part }), []);
  const selected = draft.matrix[at.row];
  const jump = (finding: (typeof findings)[number]): void => {
    const { to, opens } = placeOf(finding, draft);
    if (opens) setOpened(opens);
    if (to) go(to);
  };
  const close = (): void => {
    setOpened(undefined);
    back();
  };
  return (
    <div className="baton-matrix">
      <p className="baton-muted">
        The first cell that matches a ticket decides, from the top. Arrow keys go about, Enter edits, Escape leaves it
        as it was, Alt with an arrow moves the row, Insert adds one, Ctrl+Z takes the last change back.
      </p>
      {isEditable && <Toolbar rows={draft.matrix} at={at} editor={editor} onGo={go} onPlace={place} />}
      <Grid {...{ draft, at, turn, isEditable, editor }} findings={byCell} onGo={go} onOpen={openCell} />
      <p className="baton-said" role="status">
        {editor.said}
      </p>
      {selected && (
        <RowNotes cell={selected} names={editor.names} findings={byCell.get(selected.id)} onOpen={() => openCell()} />
      )}
      {opened && (
        <OpenForm
          key={keyOf(at.row, opened)}
          {...{ draft, at, opened, isEditable, editor, findings }}
          onClose={close}
        />
      )}
      <Advice findings={findings} matrix={draft.matrix} isCurrent={isCurrent} onJump={jump} onOpen={setOpened} />
      <Overlays {...{ draft, isEditable, editor }} onOpen={setOpened} />
      <Pilot {...{ draft, agreement, isEditable, editor, findings }} inForce={props.inForce} />
      <WhichCell agreement={agreement} ask={props.ask} view={view} onGo={row => go({ row, column: 0 })} />
      <Examples draft={draft} agreement={agreement} isEditable={isEditable} editor={editor} />
    </div>
  );
}
