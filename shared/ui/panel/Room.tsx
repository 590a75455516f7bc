import type { FormFields } from '../../src/panel/protocol';
import { bytesOf } from './formFields';

const WORTH_SAYING = 0.6;

/** How much of the room for text is used, once it could matter. */
export function Room({ fields, limitBytes }: { readonly fields: FormFields; readonly limitBytes: number }) {
  const used = bytesOf(fields);
  if (used <= limitBytes * WORTH_SAYING) return null;
  const isOver = used > limitBytes;
  const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);
  return (
    <p className={isOver ? 'baton-room baton-room-over' : 'baton-room'} role="status">
      {kilobytes(used)} of {kilobytes(limitBytes)} KB used
      {isOver && ': shorten it, or attach the long text to the ticket'}
    </p>
  );
}
