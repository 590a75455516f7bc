import { NotYet } from '../NotYet';

/** What is in force, and the way to the next version. */
export const Versions = () => <NotYet what="What is in force, since when and who approved it" />;
