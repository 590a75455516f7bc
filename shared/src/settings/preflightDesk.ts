import { calendarProblems } from '../time';
import { checked, notKnown, type PreflightCheck } from './preflightItem';

/** What the app may read. */
export const scopes: PreflightCheck = (_, { view }) => {
  const title = 'What the desk lets Baton read';
  if (view === undefined) return notKnown(title, 'about', 'The desk has not been asked yet.');
  return checked(title, 'about', view.notTold, 'Groups and people could be read.');
};

/** Whether the hours can be read. */
export const calendars: PreflightCheck = ({ calendars: all }) => {
  const wrong = Object.entries(all).flatMap(([id, calendar]) =>
    calendarProblems(calendar as Parameters<typeof calendarProblems>[0])
      .slice(0, 1)
      .map(({ message }) => `“${id}”: ${message}`),
  );
  return checked('Calendars', 'hours', wrong, `${Object.keys(all).length} calendars can be read.`);
};

/** Where messages go that leave the desk. */
export const channels: PreflightCheck = ({ channels: all = {} }, { entered }) => {
  const ids = Object.entries(all).filter(([, { kind }]) => kind !== 'desk');
  if (ids.length === 0) return checked('Channels', 'channels', [], 'None: everything is said on the ticket itself.');
  if (entered === undefined) return notKnown('Channels', 'channels', 'The desk has not been asked yet.');
  const missing = ids
    .filter(([id]) => !entered.has(id))
    .map(([id, { name = id }]) => `${name} has no address yet. Enter it and send a test.`);
  return checked('Channels', 'channels', missing, `${ids.length} have their addresses.`);
};

/** Who may tell something from outside. */
export const sources: PreflightCheck = ({ sources: all = {} }, { entered }) => {
  const ids = Object.entries(all);
  if (ids.length === 0) return checked('From outside', 'channels', [], 'None: nothing is told to Baton from outside.');
  if (entered === undefined) return notKnown('From outside', 'channels', 'The desk has not been asked yet.');
  const missing = ids
    .filter(([id]) => !entered.has(id))
    .map(([, { name }]) => `${name} has no key yet. Enter it; until then nothing of it is let in.`);
  return checked('From outside', 'channels', missing, `${ids.length} have their keys.`);
};
