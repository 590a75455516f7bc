import { useEffect, useRef, useState } from 'react';
import {
  valueAt,
  type ConditionDocument,
  type FieldGroup,
  type Finding,
  type Names,
} from '../../../src/settings/matrix';
import { useKit } from '../../kit';
import { ConditionForm } from './ConditionForm';
import { DocumentField } from './DocumentField';
import type { EditDocument } from './editDocument';
import { LineList } from './LineList';
import { ReadOnly } from './ReadOnly';

interface DocumentFormProps {
  readonly title: string;
  readonly document: object;
  readonly groups: readonly FieldGroup[];
  readonly hasCondition?: boolean;
  readonly findings: readonly Finding[];
  /** The part of it that is open first, as a path. */
  readonly opensAt: string | undefined;
  readonly isEditable: boolean;
  readonly names: Names;
  readonly onEdit: EditDocument;
  readonly onClose: () => void;
  /** Where closing it leads. */
  readonly back: string;
}

const isIn = (path: string, part: string): boolean =>
  path === part || path.startsWith(`${part}.`) || part.startsWith(`${path}.`);

const groupAt = (path: string, groups: readonly FieldGroup[]): string | undefined =>
  groups.find(({ fields, lines = [] }) => [...fields, ...lines].some(each => isIn(path, each.path)))?.title;

const WHEN = 'When it applies';

/** Everything a part of the agreement says, group by group. */
export function DocumentForm({ title, document, groups, hasCondition = false, opensAt, ...rest }: DocumentFormProps) {
  const { Button, Disclosure } = useKit();
  const [open, setOpen] = useState<string | undefined>(() => {
    if (opensAt === undefined || opensAt.startsWith('when')) return hasCondition ? WHEN : groups[0]?.title;
    return groupAt(opensAt, groups);
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [opensAt]);
  const { findings, isEditable, names, onEdit, onClose, back } = rest;
  const toggle = (group: string) => () => setOpen(open === group ? undefined : group);
  return (
    <section className="baton-section baton-cell-form" aria-label={title}>
      <h3 className="baton-strong" tabIndex={-1} ref={heading}>
        {title}
      </h3>
      {!isEditable && <ReadOnly document={document} groups={groups} names={names} />}
      {isEditable && hasCondition && (
        <Disclosure label={WHEN} isOpen={open === WHEN} onToggle={toggle(WHEN)}>
          <ConditionForm
            when={(valueAt(document, 'when') ?? {}) as ConditionDocument}
            path="when"
            names={names}
            findings={findings}
            onEdit={onEdit}
          />
        </Disclosure>
      )}
      {isEditable &&
        groups.map(({ title: group, fields, lines = [] }) => (
          <Disclosure key={group} label={group} isOpen={open === group} onToggle={toggle(group)}>
            <div className="baton-field-grid">
              {fields.map(field => (
                <DocumentField key={field.path} {...{ document, field, names, findings, onEdit }} />
              ))}
            </div>
            {lines.map(list => (
              <LineList key={list.path} {...{ document, list, names, findings, onEdit }} />
            ))}
          </Disclosure>
        ))}
      <div className="baton-actions">
        <Button label={back} emphasis="default" onPress={onClose} />
      </div>
    </section>
  );
}
