import { useMemo, useState } from 'react';
import { lowRiskFirst, type Agreement, type AgreementDocument, type PilotCandidate } from '../../../src/agreement';
import { listText } from '../../../src/panel/wording';
import { freezable, pilotFields, withFrozen, withPiloted, type Finding } from '../../../src/settings/matrix';
import { useKit } from '../../kit';
import { DocumentField } from './DocumentField';
import type { EditDocument } from './editDocument';
import type { Editor } from './useEditor';

interface PilotProps {
  readonly draft: AgreementDocument;
  /** Absent while the draft cannot be read. */
  readonly agreement: Agreement | undefined;
  /** What is in force, once it is known. */
  readonly inForce: AgreementDocument | undefined;
  readonly isEditable: boolean;
  readonly editor: Editor;
  readonly findings: readonly Finding[];
}

/** Where to begin with less than everything: which cells, clients or teams, and what stays as it is meanwhile. */
export function Pilot(props: PilotProps) {
  const { draft, inForce, isEditable, editor, findings } = props;
  const { Checkbox, Disclosure } = useKit();
  const [isOpen, setOpen] = useState(false);
  const edit: EditDocument = (what, made, place) =>
    editor.change(what, before => made(before) as AgreementDocument, place);
  return (
    <section className="baton-section" aria-label="Pilot">
      <Disclosure label={`Pilot: ${chosenText(draft)}`} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
        <p className="baton-muted">
          Tickets in the pilot are told of and never returned; other tickets of a cell with mode Pilot are only
          recorded. Choose by cell, client or team; what is left empty narrows nothing.
        </p>
        {isEditable && (
          <div className="baton-field-grid">
            {pilotFields.map(field => (
              <DocumentField
                key={field.path}
                document={draft}
                names={editor.names}
                onEdit={edit}
                {...{ field, findings }}
              />
            ))}
          </div>
        )}
        <Candidates {...props} />
        <FrozenNow inForce={inForce} />
        {freezable.map(([what, label]) => (
          <Checkbox
            key={what}
            label={label}
            isChecked={draft.pilot?.frozen?.includes(what) ?? false}
            isDisabled={!isEditable}
            onChange={isFrozen => editor.change(label, before => withFrozen(before, what, isFrozen))}
          />
        ))}
        <p className="baton-muted">
          What is frozen no draft may change while that version is in force. To change it, lift the freeze in a version
          of its own first, which both parties sign.
        </p>
      </Disclosure>
    </section>
  );
}

const lists = [
  ['cells', 'cell'],
  ['clients', 'client'],
  ['teams', 'team'],
] as const;

function chosenText({ pilot = {} }: AgreementDocument): string {
  const chosen = lists
    .map(([list, called]) => [pilot[list]?.length ?? 0, called] as const)
    .filter(([count]) => count > 0)
    .map(([count, called]) => `${count} ${called}${count > 1 ? 's' : ''}`);
  const what = chosen.length === 0 ? 'all of its cells' : listText(chosen);
  return pilot.frozen?.length ? `${what}; frozen` : what;
}

const frozenWords: Readonly<Record<string, string>> = {
  scope: 'which tickets are in it and how strictly',
  owners: 'who answers',
};

/** What the version in force has frozen. */
function FrozenNow({ inForce }: Pick<PilotProps, 'inForce'>) {
  const frozen = inForce?.pilot?.frozen ?? [];
  if (!inForce || frozen.length === 0) return null;
  return (
    <p className="baton-strong">
      {`Frozen by version ${inForce.version}, in force now: ${listText(frozen.map(what => frozenWords[what] ?? what))}.`}
    </p>
  );
}

/** So many are proposed at first. */
const FIRST = 8;

/** The cells with least to lose first, with what others lose. */
function Candidates({ draft, agreement, isEditable, editor }: PilotProps) {
  const { Button } = useKit();
  const [isAll, setAll] = useState(false);
  const ordered = useMemo(() => agreement && lowRiskFirst(agreement), [agreement]);
  if (!ordered) return <p className="baton-muted">Which cells to begin with is told once the agreement can be read.</p>;
  const chosen = new Set(draft.pilot?.cells);
  const shown = ordered.filter(({ cell }, place) => isAll || place < FIRST || chosen.has(cell));
  return (
    <fieldset className="baton-group">
      <legend>Cells, those with least to lose first</legend>
      {shown.map(each => (
        <Candidate
          key={each.cell}
          {...{ each, isEditable }}
          isChosen={chosen.has(each.cell)}
          onChange={isIn =>
            editor.change(isIn ? `Piloted “${each.name}”` : `Took “${each.name}” out of the pilot`, before =>
              withPiloted(before, each.cell, isIn),
            )
          }
        />
      ))}
      {shown.length < ordered.length && (
        <Button label={`Show all ${ordered.length}`} emphasis="subtle" onPress={() => setAll(true)} />
      )}
    </fieldset>
  );
}

interface CandidateProps {
  readonly each: PilotCandidate;
  readonly isChosen: boolean;
  readonly isEditable: boolean;
  readonly onChange: (isIn: boolean) => void;
}

function Candidate({ each: { name, why }, isChosen, isEditable, onChange }: CandidateProps) {
  const { Checkbox } = useKit();
  const risk = why.length === 0 ? 'little to lose' : listText(why);
  return <Checkbox label={`${name}: ${risk}`} isChecked={isChosen} isDisabled={!isEditable} onChange={onChange} />;
}
