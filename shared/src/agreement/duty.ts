import type { Directory } from './directory';
import { own } from './own';
import { dutyAt, isRostered, type Duty } from './roster';

type Look<Value> = (directory: Directory, team: string, at: number) => Value;

/** Whom a team's roster names at `at` (epoch ms), whether they are there or not. */
export const rosteredAt: Look<Duty> = ({ teams, parties }, team, at) => {
  const found = own(teams, team);
  return found === undefined ? {} : dutyAt(found, parties[found.party].timeZone, at);
};

type Person = Directory['people'][string];

const outSince = ({ out }: Person, at: number): number | undefined =>
  out && out.from <= at && at < out.until ? out.from : undefined;

/**
 * Since when (epoch ms) somebody who is named is not there at `at`: out for a while, or gone, whenever that was;
 * undefined while they are there.
 */
export function awaySince({ people }: Directory, person: string, at: number): number | undefined {
  const known = own(people, person);
  return known?.active === true ? outSince(known, at) : (known?.leftAt ?? -Infinity);
}

/** Whether somebody works at `at` (epoch ms): not gone and not out. */
export const isThere = (directory: Directory, person: string, at: number): boolean =>
  awaySince(directory, person, at) === undefined;

const ifThere = (directory: Directory, person: string | undefined, at: number): string | undefined =>
  person !== undefined && isThere(directory, person, at) ? person : undefined;

/** Who answers for a team at `at` (epoch ms); undefined is a fact of its own: nobody on duty, or they are out. */
export const onDuty: Look<string | undefined> = (directory, team, at) =>
  ifThere(directory, rosteredAt(directory, team, at).onDuty, at);

/** Who stands in at `at` (epoch ms) for the one on duty. */
export const backupOf: Look<string | undefined> = (directory, team, at) =>
  ifThere(directory, rosteredAt(directory, team, at).backup, at);

/** Who is asked first at `at` (epoch ms): whoever is on duty, or the backup. */
export const firstAsked: Look<string | undefined> = (directory, team, at) =>
  onDuty(directory, team, at) ?? backupOf(directory, team, at);

/** The people of a team who are there at `at` (epoch ms), in the directory's order. */
export const peopleThere: Look<readonly string[]> = (directory, team, at) =>
  Object.keys(directory.people).filter(
    person => directory.people[person]?.teams.includes(team) && isThere(directory, person, at),
  );

/** Whether a team is answered for by whoever is there: its roster names nobody. */
export function isPool({ teams }: Directory, team: string): boolean {
  const found = own(teams, team);
  return found !== undefined && !isRostered(found);
}

/** Whether somebody can answer for a team at `at` (epoch ms): whom its roster names, or anybody where it names nobody. */
export const isManned: Look<boolean> = (directory, team, at) =>
  isPool(directory, team) ? peopleThere(directory, team, at).length > 0 : firstAsked(directory, team, at) !== undefined;
