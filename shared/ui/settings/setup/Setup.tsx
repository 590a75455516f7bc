import { NotYet } from '../NotYet';

/** Parties, teams, people, calendars and channels. */
export const Setup = () => <NotYet what="Parties, teams, people, calendars and channels" />;
