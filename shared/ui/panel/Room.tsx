import type { FormFields } from '../../src/panel/protocol';
import { bytesOf } from './formFields';

const WORTH_SAYING = 0.6;

/** How much room is left for text, once it could matter. */
export function Room({ fields, limitBytes }: { readonly fields: FormFields; readonly limitBytes: number }) {
  const used = bytesOf(fields);
  if (used <= limitBytes * WORTH_SAYING) return null;
  const isOver = used > limitBytes;
  const left = `${(Math.abs(limitBytes - used) / 1024).toFixed(1)} KB`;
  return (
    <p className={isOver ? 'baton-room baton-room-over' : 'baton-room'} role="status">
      {isOver
        ? `${left} too long: shorten it, or attach the long text`
        : `${left} of ${limitBytes / 1024} KB left for text`}
    </p>
  );
}
