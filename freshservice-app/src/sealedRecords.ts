import { canonicalJson, type Hashing } from '@baton/shared';
import { z } from 'zod';
import { escalations, NOWHERE, PEOPLE, recordsOf, type EscalationRecord, type StoredRecord } from './escalationRecords';
import { platformAnswer } from './platformErrors';

export type { StoredRecord };

const sealed = (about: string, is: object, hash: Hashing): string =>
  JSON.stringify({ about, is, mac: hash(canonicalJson([about, is])) });

const sealedSchema = z.object({ about: z.string(), is: z.looseObject({}), mac: z.string() });

function parsed(listed: string): unknown {
  try {
    return JSON.parse(listed);
  } catch {
    return undefined;
  }
}

/** What a record says, and of what; undefined where nobody who has the key wrote it. */
export function opened(
  { data }: StoredRecord,
  hash: Hashing,
): { readonly about: string; readonly is: object } | undefined {
  const { about, is, mac } = sealedSchema.safeParse(parsed(data.listed)).data ?? {};
  return about !== undefined && is && mac === hash(canonicalJson([about, is])) ? { about, is } : undefined;
}

/** What the records say of this. */
export const aboutIn = (records: readonly StoredRecord[], about: string, hash: Hashing): object | undefined =>
  records.map(record => opened(record, hash)).find(one => one?.about === about)?.is;

async function remove(records: readonly StoredRecord[]): Promise<void> {
  for (const { display_id: id } of records) {
    await platformAnswer(escalations().delete(id), 'noting who is there');
  }
}

/** Keeps one record about this; none where there is nothing to say. @throws DeskError */
export async function keepAbout(about: string, is: object | undefined, hash: Hashing): Promise<void> {
  const records = (await recordsOf([PEOPLE])).filter(record => opened(record, hash)?.about === about);
  const [first, ...seconds] = records;
  if (is === undefined) return remove(records);
  const data: EscalationRecord = { ...NOWHERE, ticketKey: PEOPLE, listed: sealed(about, is, hash) };
  const writing = first ? escalations().update(first.display_id, data) : escalations().create(data);
  await platformAnswer(writing, 'noting who is there');
  await remove(seconds);
}
