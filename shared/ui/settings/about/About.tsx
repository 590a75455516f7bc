import { NotYet } from '../NotYet';

/** What an administrator wants to know of this installation. */
export const About = () => <NotYet what="Scopes, data and who reads what" />;
