import { NotYet } from '../NotYet';

/** The matrix: when, and who. */
export const Matrix = () => <NotYet what="The matrix of the agreement" />;
