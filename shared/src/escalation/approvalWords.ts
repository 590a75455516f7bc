import type { Override } from './override';
import type { Open } from './state';

/** What an approver writes on a desk that does not vouch for who presses: it names this override of this escalation. */
export const approvalCode = ({ id: escalation }: Open, { id }: Pick<Override, 'id'>): string =>
  `${escalation.slice(0, 6)}-${id}`;

const SAID = /^\s*baton approve ([a-z0-9]{1,12}-[a-z0-9]{1,8})\b/i;

/** What an approver has to write for an override. */
export const approvalText = (code: string): string => `Baton approve ${code}`;

/** The code of an approval that a note consists of; a signature may follow. */
export const approvalIn = (note: string): string | undefined => SAID.exec(note)?.[1];
