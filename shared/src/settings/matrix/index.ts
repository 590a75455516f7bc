/** The matrix as it is edited: its words, its table, what is wrong with it, and what it says of a ticket. */
export { cellGroups } from './cellFields';
export { boundaryGroups, crossings } from './handlingFields';
export { columns, shownIn, type Column, type Shown } from './columns';
export { conditionFields, conditionText, type ConditionDocument } from './conditionFields';
export { valueAt } from './documentPath';
export {
  blankExample,
  expecting,
  kept,
  exampleFields,
  exampleTicketFields,
  resultsOf,
  type ExampleDocument,
} from './examples';
export type { CellDocument, Field, FieldGroup, Lines } from './field';
export { fieldText, withFieldText, type Names } from './fieldText';
export { findingsIn, type Finding } from './findings';
export { actOf, inside, type GridAct, type GridSize, type Place, type Press } from './gridKeys';
export { undoable, withStep, type Step } from './history';
export { fromLines, inLines, itemsAt, withItems } from './lines';
export { namesIn } from './names';
export { withAdded, withCell, withCloned, withMoved, withRemoved, type Rows } from './rowEdits';
export { factFields, factsFrom, typedFrom, whichCell, type Answered, type Reason, type TypedFacts } from './whichCell';
export {
  changesOf,
  overlaidDocument,
  overlaidGroups,
  withOverlaidCell,
  withoutCell,
  withoutChange,
  type OverlaidCell,
  type OverlayChange,
  type OverlayDocument,
} from './overlayCell';
export { overlayGroups, whoseText, withNewOverlay, withOverlay, withoutOverlay } from './overlayList';
export { freezable, pilotFields, withFrozen, withPiloted } from './pilotEdits';
