export { backwards, courseOf, type Course, type Standing, type StatusWords } from './course';
export { flawList, type Flaw, type FlawKind, type Flaws } from './flaw';
export { isFlaw, lineReader, mappedColumns, type Cells, type ReadLine } from './lineReader';
export { inOrder, type LogEvent, type LoggedCase, type LogLine } from './logEvent';
export { MappingError, mappingSchema, readMapping, readsInstants, type Mapping } from './mapping';
export { caseMeasures, NOBODY, type CaseMeasures, type TimeSpent } from './measures';
export { replaying, type Period, type Replayed, type ReplayedCase, type Replaying } from './replaying';
export { totalling, type Totals } from './totals';
