import type { ImportPreview } from '../../../file';
import { Refused } from '../Refused';

/** Why a file cannot be taken in, place by place; what is there stays as it is. */
export const ImportRefused = ({
  preview: { mistakes },
}: {
  readonly preview: Extract<ImportPreview, { ok: false }>;
}) => (
  <Refused
    refusal={{
      ...{ ok: false, code: 'unreadable', mistakes },
      sentence: mistakes.length === 1 ? 'This file has a mistake' : `This file has ${mistakes.length} mistakes`,
      remedy: 'Correct it and paste it again. The agreement has not changed.',
    }}
  />
);
