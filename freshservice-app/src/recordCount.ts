import { ifFound, platformAnswer } from './platformErrors';

/** As many records as the platform keeps for an entity. */
export const MOST_RECORDS = 10_000;

const COUNT = 'records:count';

/**
 * How many records there are: counted as they come and go, since the platform does not say. A crash between the two
 * writes leaves the count one off, so it is a hint. @throws DeskError
 */
export async function recordsHeld(): Promise<number> {
  const count = (await ifFound($db.get(COUNT), 'reading the count of records')) as
    { readonly held?: number } | undefined;
  return Math.max(0, count?.held ?? 0);
}

/** Records came, or went where `by` is negative. */
export async function countRecords(by: number): Promise<void> {
  await platformAnswer($db.update(COUNT, 'increment', { held: by }), 'counting records').catch((error: unknown) => {
    console.info(`Records were not counted: ${error instanceof Error ? error.message : 'unknown reason'}`);
  });
}
