import {
  conditionFields,
  itemsAt,
  withItems,
  type ConditionDocument,
  type Finding,
  type Names,
} from '../../../src/settings/matrix';
import { useKit } from '../../kit';
import { DocumentField } from './DocumentField';
import type { EditDocument } from './editDocument';

interface ConditionFormProps {
  readonly when: ConditionDocument;
  /** Where the condition is in the cell. */
  readonly path: string;
  readonly names: Names;
  readonly findings: readonly Finding[];
  readonly onEdit: EditDocument;
}

/** A condition: lines that must all hold, then the groups inside it. */
export function ConditionForm({ when, path, names, findings, onEdit }: ConditionFormProps) {
  return (
    <>
      <p className="baton-muted">
        Every line that says something must hold (AND). Within a line any of its values will do (OR).
      </p>
      <div className="baton-field-grid">
        {conditionFields.map(field => (
          <DocumentField key={field.path} document={when} at={path} {...{ field, names, findings, onEdit }} />
        ))}
      </div>
      <Inner kind="any" {...{ when, path, names, findings, onEdit }} />
      <Inner kind="all" {...{ when, path, names, findings, onEdit }} />
    </>
  );
}

const words = {
  any: { legend: 'AND at least one of these (OR)', add: 'Add an alternative', line: 'Alternative' },
  all: { legend: 'AND all of these', add: 'Add a group that must hold', line: 'Group' },
} as const;

/** The conditions inside a condition. */
function Inner({ kind, when, path, ...rest }: ConditionFormProps & { readonly kind: 'any' | 'all' }) {
  const { Button } = useKit();
  const { legend, add, line } = words[kind];
  const inside = `${path}.${kind}`;
  const conditions = when[kind] ?? [];
  const edit = (what: string, made: (all: readonly ConditionDocument[]) => readonly ConditionDocument[]): void =>
    rest.onEdit(what, before => withItems(before, inside, made(itemsAt(before, inside) as ConditionDocument[])));
  return (
    <fieldset className="baton-line-list">
      <legend className="baton-strong">{legend}</legend>
      {conditions.map((condition, index) => (
        <div key={index} className="baton-line-item" role="group" aria-label={`${line} ${index + 1}`}>
          <ConditionForm {...rest} when={condition} path={`${inside}.${index}`} />
          <Button
            label={`Remove ${line.toLowerCase()} ${index + 1}`}
            emphasis="subtle"
            onPress={() => edit(`Removed a ${line.toLowerCase()}`, all => all.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        label={add}
        emphasis="default"
        onPress={() => edit(`Added a ${line.toLowerCase()}`, all => [...all, { workType: 'incident' }])}
      />
    </fieldset>
  );
}
