import { kvs, WhereConditions } from '@forge/kvs';
import { storeError } from './platformErrors';

const PREFIX = 'given-up:';
/** As many are named and tried again at once; the others come after them. */
const MOST = 50;

/** A work item that could not be looked at as often as the queue allows, and since when it is to be looked at. */
export interface GivenUp {
  readonly ticket: string;
  /** Epoch ms. */
  readonly since: number;
}

/** Keeps a work item in mind that the queue has given up. @throws DeskError */
export const noteGivenUp = (one: GivenUp): Promise<void> => storeError(kvs.set(`${PREFIX}${one.ticket}`, one));

/** It was looked at after all. @throws DeskError */
export const takenUp = (ticket: string): Promise<void> => storeError(kvs.delete(`${PREFIX}${ticket}`));

/** What the queue has given up, in no order; one query, eventually consistent. @throws DeskError */
export async function allGivenUp(): Promise<readonly GivenUp[]> {
  const query = kvs.query().where('key', WhereConditions.beginsWith(PREFIX)).limit(MOST);
  const { results } = await storeError(query.getMany());
  return results.map(({ value }) => value as GivenUp);
}
