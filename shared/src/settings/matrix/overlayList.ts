import type { AgreementDocument } from '../../agreement';
import { choice, text, type Field, type FieldGroup } from './field';
import { conditionFields } from './conditionFields';
import { withValueAt } from './documentPath';
import type { OverlayDocument } from './overlayCell';

type Overlays = readonly OverlayDocument[];

const whose = new Set(['client', 'unit', 'geography', 'customerTier']);

const whoseFields: readonly Field[] = conditionFields
  .filter(({ path }) => whose.has(path))
  .map(field => ({ ...field, path: `when.${field.path}`, hint: 'Several with commas between: any of them will do.' }));

/** What an overlay says of itself: its name, whose tickets it is for and whom it inherits from. */
export function overlayGroups(overlays: Overlays, { id }: OverlayDocument): readonly FieldGroup[] {
  const others = overlays.filter(other => other.id !== id).map(other => [other.id, other.name] as const);
  return [
    {
      title: 'Whose tickets it is for',
      fields: [
        text('name', 'Name'),
        text('id', 'Short name', 'Letters, digits and dashes. Ledgers refer to it.'),
        ...whoseFields,
        choice('inherits', 'Inherits from', others, 'The agreement itself if nothing is chosen.'),
      ],
    },
  ];
}

function freeId(overlays: Overlays): string {
  let number = overlays.length + 1;
  while (overlays.some(({ id }) => id === `overlay-${number}`)) number += 1;
  return `overlay-${number}`;
}

/** With one more; whose tickets it is for has to be said before it can be used. */
export const withNewOverlay = (document: AgreementDocument): AgreementDocument => {
  const overlays = document.overlays ?? [];
  return { ...document, overlays: [...overlays, { id: freeId(overlays), name: 'New overlay', when: {}, cells: {} }] };
};

/** A list without any goes. */
const withOverlays = (document: AgreementDocument, overlays: Overlays): AgreementDocument =>
  withValueAt(document, 'overlays', overlays.length === 0 ? undefined : overlays);

/** Without one of them. */
export const withoutOverlay = (document: AgreementDocument, index: number): AgreementDocument =>
  withOverlays(
    document,
    (document.overlays ?? []).filter((_, at) => at !== index),
  );

/** With another text of one of them. */
export const withOverlay = (
  document: AgreementDocument,
  index: number,
  made: (overlay: OverlayDocument) => OverlayDocument,
): AgreementDocument =>
  withOverlays(
    document,
    (document.overlays ?? []).map((each, at) => (at === index ? made(each) : each)),
  );

/** Whose tickets an overlay is for, in a line. */
export const whoseText = ({ when }: OverlayDocument): string =>
  whoseFields
    .flatMap(({ path, label }) => {
      const values = (when as Readonly<Record<string, unknown>> | undefined)?.[path.slice('when.'.length)];
      return values === undefined ? [] : [`${label.toLowerCase()} ${[values].flat().join(' or ')}`];
    })
    .join(' and ');
