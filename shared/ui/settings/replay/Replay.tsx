import { NotYet } from '../NotYet';

/** What an agreement would have done with a past quarter. */
export const Replay = () => <NotYet what="What this agreement would have done with your last quarter" />;
