import { lineReader, readsInstants, type InstantReader, type Mapping } from '@baton/shared';
import { tz } from '@date-fns/tz';
import { parse } from 'date-fns';
import { fileBlocks } from './logFile';
import { readCsv, type LogTaker } from './readCsv';
import { readNdjson } from './readNdjson';

/** Instants of a form that only date-fns itself reads. */
function byDateFns({ atFormat = '', zone }: Mapping): InstantReader {
  const reference = new Date(Date.UTC(2000, 0, 1));
  return text => {
    const at = parse(text, atFormat, reference, { in: tz(zone) }).getTime();
    return Number.isNaN(at) ? undefined : at;
  };
}

/**
 * Reads a log from its file, line by line.
 *
 * @param progress - told how many bytes were read since the last time
 * @throws LogError where it cannot be read at all
 */
export async function readLog(
  file: string,
  mapping: Mapping,
  taker: LogTaker,
  progress: (bytes: number) => void = () => undefined,
): Promise<void> {
  const read = lineReader(mapping, readsInstants(mapping) ? undefined : byDateFns(mapping));
  const blocks = fileBlocks(file, mapping.encoding, progress);
  return (mapping.format === 'ndjson' ? readNdjson : readCsv)(blocks, mapping, read, taker);
}
