import { NotYet } from '../NotYet';

/** The agreement as a file. */
export const AgreementFile = () => <NotYet what="The agreement as a file" />;
