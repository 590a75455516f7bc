import { NotYet } from '../NotYet';

/** Pages that the agreement writes. */
export const Pages = () => <NotYet what="The runbook, the handover notes and the control map" />;
