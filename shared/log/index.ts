/** An incident log as a file: a door of its own, since no panel needs readers of CSV and of whatever instants. */
export { heldCases, type CaseSort } from './heldCases';
export { LogError } from './logError';
export { deskLines } from './deskHead';
export { readHead, type Desk } from './readHead';
export { logReader, readLog } from './readLog';
export { replayLog, type LogReplay, type ReportKeeper } from './replayLog';
