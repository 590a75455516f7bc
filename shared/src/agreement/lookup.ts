import type { FieldFact } from './condition';
import type { DeskName, Directory, WaitedFor } from './directory';
import { folded, own } from './own';
import type { TicketFacts } from './schema';
import type { HoldingParty, Party, Placement, Priority } from './terms';

/** Agreement id of the person a desk knows by its own id. */
export const personByNative = ({ people }: Directory, desk: DeskName, nativeId: string): string | undefined =>
  Object.keys(people).find(id => people[id]?.[desk] === nativeId);

/** Agreement id of the team a Freshservice group is. */
export const teamByGroup = ({ teams }: Directory, groupId: string): string | undefined =>
  Object.keys(teams).find(id => teams[id]?.freshserviceGroups.includes(groupId));

/** The first team of a person. */
export const homeTeam = ({ people }: Directory, person: string): string | undefined => own(people, person)?.teams[0];

/** The party somebody works for, active or not. */
export const partyOf = ({ people }: Directory, person: string): Party | undefined => own(people, person)?.party;

/** The party a team belongs to. */
export const partyOfTeam = ({ teams }: Directory, team: string): HoldingParty | undefined => own(teams, team)?.party;

/** Whether somebody works in a team, active or not. */
export const isMember = ({ people }: Directory, person: string, team: string): boolean =>
  own(people, person)?.teams.includes(team) ?? false;

/** The active people of a team, in the directory's order. */
export const peopleOfTeam = ({ people }: Directory, team: string): readonly string[] =>
  Object.keys(people).filter(id => people[id]?.active === true && people[id].teams.includes(team));

/** The agreement's word for a native one, whatever its case; `*` stands for the rest. */
const translated = <Value>(map: Readonly<Record<string, Value>> | undefined, native: string): Value | undefined => {
  if (map === undefined) return undefined;
  const written = Object.keys(map).find(name => folded(name) === folded(native));
  return map[written ?? '*'];
};

/** Whom a native status waits for; undefined if it does not wait. */
export const waitedFor = ({ statuses }: Directory, desk: DeskName, status: string): WaitedFor | undefined =>
  translated(statuses[desk]?.waiting, status);

/** Whether a native status means that the work is done. */
export const isResolvedStatus = ({ statuses }: Directory, desk: DeskName, status: string): boolean =>
  statuses[desk]?.resolved.some(name => folded(name) === folded(status)) ?? false;

/** A status that the agreement guards, and as what. */
export type GuardedStatus = { readonly is: 'transfer'; readonly to: HoldingParty } | { readonly is: 'close' };

/** What a status of Jira is guarded as, by any of its names or ids; undefined where it is not. */
export function guardedStatus({ guards }: Directory, names: readonly string[]): GuardedStatus | undefined {
  const { transfer, close } = guards.jira;
  const isMeant = (status: string): boolean => names.some(name => folded(name) === folded(status));
  const status = Object.keys(transfer).find(isMeant);
  const to = status === undefined ? undefined : own(transfer, status);
  if (to !== undefined) return { is: 'transfer', to };
  return close.some(isMeant) ? { is: 'close' } : undefined;
}

/**
 * Whether a desk says that a ticket is a major incident; undefined where the agreement names no field that could.
 *
 * @param valueOf - what a native field holds, as text; undefined where it is empty
 */
export function isMajorOn(
  { majors = {} }: Directory,
  desk: DeskName,
  valueOf: (field: string) => string | undefined,
): boolean | undefined {
  const signs = majors[desk] ?? [];
  if (signs.length === 0) return undefined;
  return signs.some(({ field, values }) => {
    const value = valueOf(field);
    if (value === undefined) return false;
    return values.length === 0 || values.some(one => folded(one) === folded(value));
  });
}

/**
 * What a desk says of a ticket in the fields that the agreement names for it.
 *
 * @param valueOf - what a native field holds, as text; undefined where it is empty
 */
export function factsOn(
  { facts = {} }: Directory,
  desk: DeskName,
  valueOf: (field: string) => string | undefined,
): Partial<Pick<TicketFacts, FieldFact>> {
  const told = Object.entries(facts[desk] ?? {}).map(([fact, field]) => [fact, valueOf(field)] as const);
  return Object.fromEntries(told.filter(([, value]) => value !== undefined));
}

/** The work type of the matrix for a native type; undefined if the desk's map has neither it nor `*`. */
export const workTypeOf = ({ workTypes }: Directory, desk: DeskName, nativeType: string): string | undefined =>
  translated(workTypes[desk], nativeType);

/** 1 … 4 for a native priority; undefined if the desk's map has neither it nor `*`. */
export const priorityOf = ({ priorities }: Directory, desk: DeskName, native: string): Priority | undefined =>
  translated(priorities[desk], native);

/** Where a person works when nothing else says so: their party and home team. */
export function placementOfPerson(directory: Directory, person: string): Placement | undefined {
  const party = partyOf(directory, person);
  if (party !== 'msp' && party !== 'client') return undefined;
  const team = homeTeam(directory, person);
  return { party, ...(team === undefined ? {} : { team }), person };
}
