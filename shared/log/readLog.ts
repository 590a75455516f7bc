import { tz } from '@date-fns/tz';
import { parse } from 'date-fns';
import { lineReader, readsInstants, type Mapping } from '../src/replay';
import type { InstantReader } from '../src/time';
import { asUtf8 } from './bytes';
import { freshserviceTickets } from './freshserviceTickets';
import { jiraIssues } from './jiraIssues';
import { beginning, isDocument } from './jsonForm';
import { readCsv, type LogTaker } from './readCsv';
import { readJson } from './readJson';
import { plainRows, readNdjson, type RowsOf } from './readNdjson';

/** Instants of a form that only date-fns itself reads. */
function byDateFns({ atFormat = '', zone }: Mapping): InstantReader {
  const reference = new Date(Date.UTC(2000, 0, 1));
  return text => {
    const at = parse(text, atFormat, reference, { in: tz(zone) }).getTime();
    return Number.isNaN(at) ? undefined : at;
  };
}

/** A reader of the lines of a log, whatever the form of its instants. */
export const logReader = (mapping: Mapping): ReturnType<typeof lineReader> =>
  lineReader(mapping, readsInstants(mapping) ? undefined : byDateFns(mapping));

type Reader = typeof readCsv;

/** JSON, one object a line or a document over many. */
const either =
  (rowsOf: RowsOf): Reader =>
  async (blocks, ...others) => {
    const { head, all } = await beginning(blocks);
    return (isDocument(head) ? readJson : readNdjson)(rowsOf)(all, ...others);
  };

const readers = {
  csv: readCsv,
  ndjson: either(plainRows),
  jira: either(jiraIssues),
  freshservice: either(freshserviceTickets),
} as const;

/**
 * Reads a log, line by line.
 *
 * @param blocks - the bytes of its file, from beginning to end
 * @throws LogError where it cannot be read at all
 */
export async function readLog(blocks: AsyncIterable<Uint8Array>, mapping: Mapping, taker: LogTaker): Promise<void> {
  const read = logReader(mapping);
  const bytes = asUtf8(blocks, mapping.encoding);
  return readers[mapping.format](bytes, mapping, read, taker);
}
