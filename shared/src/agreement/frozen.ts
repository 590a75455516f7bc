import type { Violation } from '../failures';
import { changesBetween } from './changes';
import type { AgreementDocument } from './schema';

type Document = AgreementDocument;
type Frozen = NonNullable<NonNullable<Document['pilot']>['frozen']>[number];

const only = <Value extends object>(value: Value | undefined, ...keys: readonly (keyof Value)[]): Partial<Value> =>
  Object.fromEntries(keys.flatMap(key => (value?.[key] === undefined ? [] : [[key, value[key]]]))) as Partial<Value>;

const each = <Value>(record: Readonly<Record<string, Value>> = {}, pick: (value: Value) => object): object =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, pick(value)]));

/** Which tickets are in it, and how far. */
const scopeOf = ({ scope, pilot, boundaries, matrix, overlays = [] }: Document): object => ({
  scope,
  pilot: only(pilot, 'cells', 'clients', 'teams'),
  boundaries: each(boundaries, boundary => only(boundary, 'mode')),
  matrix: matrix.map(cell => only(cell, 'id', 'when', 'boundary', 'mode')),
  overlays: overlays.map(overlay => ({
    ...only(overlay, 'id', 'when', 'inherits'),
    cells: each(overlay.cells, change => only(change, 'mode')),
  })),
});

const owning = ['receiver', 'backup', 'ladder', 'tieBreak'] as const;
const answering = [...owning, 'raci', 'approvals', 'regulatory'] as const;

/** Who answers for what. People on rosters come and go: that is not the agreement's to fix. */
const ownersOf = ({ parties, intake, commander, boundaries, matrix, overlays = [] }: Document): object => ({
  parties: each(parties, party => only(party, 'lead', 'coordinator', 'approver', 'spokesperson')),
  intake,
  commander,
  boundaries: each(boundaries, boundary => only(boundary, ...owning)),
  matrix: matrix.map(cell => only(cell, 'id', ...answering)),
  overlays: overlays.map(({ id, cells }) => ({ id, cells: each(cells, change => only(change, ...answering)) })),
});

const parts: Readonly<Record<Frozen, (document: Document) => object>> = { scope: scopeOf, owners: ownersOf };

/** What a draft changes of what the version in force has frozen for its pilot; empty if nothing. */
export function frozenChanges(active: Document, draft: Document): readonly Violation[] {
  return (active.pilot?.frozen ?? []).flatMap(what =>
    changesBetween(parts[what](active), parts[what](draft)).map(({ path, before, after }) => ({
      path,
      message: `is frozen while the pilot lasts (was ${before ?? 'not there'}, would be ${after ?? 'gone'}); put it back, or take “${what}” out of pilot.frozen in a version of its own first`,
    })),
  );
}
