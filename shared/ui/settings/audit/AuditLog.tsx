import { NotYet } from '../NotYet';

/** Who changed what, when and why. */
export const AuditLog = () => <NotYet what="Who changed what, when and why" />;
