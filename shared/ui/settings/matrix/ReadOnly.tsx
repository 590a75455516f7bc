import { fieldText, type FieldGroup, type Names } from '../../../src/settings/matrix';

interface ReadOnlyProps {
  readonly document: unknown;
  readonly groups: readonly FieldGroup[];
  readonly names: Names;
}

/** What is said, for who may not change it; lists as they are written. */
export const ReadOnly = ({ document, groups, names }: ReadOnlyProps) => (
  <dl className="baton-said-fields">
    {groups
      .flatMap(({ fields }) => fields)
      .map(field => [field, fieldText(document, field, names)] as const)
      .filter(([, text]) => text !== '')
      .map(([{ path, label }, text]) => (
        <div key={path}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
  </dl>
);
