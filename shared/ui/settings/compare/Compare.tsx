import { NotYet } from '../NotYet';

/** Two versions side by side. */
export const Compare = () => <NotYet what="Two versions side by side" />;
