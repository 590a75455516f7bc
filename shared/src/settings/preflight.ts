import { mistakesIn, type AgreementDocument } from '../agreement';
import type { Violation } from '../failures';
import { calendars, channels, scopes, sources } from './preflightDesk';
import { checked, type PreflightCheck, type PreflightItem, type PreflightTold, type SetupPlace } from './preflightItem';
import { backups, contacts, owners, teams } from './preflightPeople';

/** Where a mistake is mended, by the beginning of its path; the rest is the matrix's. */
const places: readonly (readonly [path: RegExp, place: SetupPlace])[] = [
  [/^parties\.[^.]+\.(name|timeZone)|^name/, 'sides'],
  [/^(parties|people)\b/, 'people'],
  [/^(teams|intake)\b/, 'teams'],
  [/^(calendars|service)\b/, 'hours'],
  [/^(channels|sources)\b/, 'channels'],
];

/** Where the setup mends what is wrong at a path of the agreement. */
export const placeOf = (path: string): SetupPlace => places.find(([form]) => form.test(path))?.[1] ?? 'matrix';

const said = ({ path, message }: Violation): string => `${path || 'The agreement'} ${message}.`;

const rest: PreflightCheck = document => {
  const mistakes = mistakesIn(document);
  const place = placeOf(mistakes[0]?.path ?? 'matrix');
  return checked('Everything else', place, mistakes.map(said), 'The agreement can be used.');
};

const checks: readonly PreflightCheck[] = [
  ...[scopes, teams, owners, backups, contacts],
  ...[calendars, channels, sources, rest],
];

/** What has to be there before an agreement counts, each with where it is put right. */
export const preflight = (document: AgreementDocument, told: PreflightTold): readonly PreflightItem[] =>
  checks.map(check => check(document, told));

/** Whether nothing keeps the agreement from being used; what is still to do can be done later. */
export const isUsable = (document: AgreementDocument): boolean => mistakesIn(document).length === 0;
