import { readListRow, type HoldingParty, type ListedRows, type Move } from '@baton/shared';
import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { ENTITY, type Row } from './forgeLedger';
import { storeError } from './platformErrors';

/** Tickets on which something falls due before `until` (epoch ms), soonest first; one query, eventually consistent. */
export async function dueBefore(until: number, limit = 50): Promise<{ ticket: string; dueAt: number }[]> {
  const found = await storeError(
    kvs
      .entity<Row>(ENTITY)
      .query()
      .index('by-due', { partition: ['yes'] })
      .where(WhereConditions.lessThan(new Date(until).toISOString()))
      .limit(limit)
      .getMany(),
  );
  return found.results.map(({ value }) => ({ ticket: value.ticketId, dueAt: Date.parse(value.dueAt) }));
}

/** The newest moves without a handoff that the rows know of one mover; one query, eventually consistent. */
export async function movesOf(mover: string): Promise<readonly Move[]> {
  const found = await storeError(
    kvs
      .entity<Row>(ENTITY)
      .query()
      .index('by-mover', { partition: [mover] })
      .sort(Sort.DESC)
      .limit(100)
      .getMany(),
  );
  return found.results.map(({ value }) => ({ ticket: value.ticketId, at: Date.parse(value.movedAt) }));
}

const indexes = { offered: 'by-offer', ours: 'by-holder' } as const;

/** The first tickets of one list of a party, soonest first; one query, eventually consistent. */
export async function listedFor(party: HoldingParty, list: keyof typeof indexes, limit = 50): Promise<ListedRows> {
  const query = kvs
    .entity<Row>(ENTITY)
    .query()
    .index(indexes[list], { partition: [party] });
  const { results, nextCursor } = await storeError(query.limit(limit).getMany());
  const rows = results.flatMap(({ value: { ticketId, version, listed } }) => {
    const row = readListRow(listed);
    return row ? [{ ticket: ticketId, version, row }] : [];
  });
  return { rows, isAll: nextCursor === undefined };
}
