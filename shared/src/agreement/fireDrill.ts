import { DAY, readInstant } from '../time';
import { resolveBoundary } from './boundary';
import type { Directory } from './directory';
import { directoryOf } from './directoryOf';
import { backupOf, firstAsked, isPool, isThere, peopleThere } from './duty';
import { headerOf } from './header';
import { decidingCells } from './overlays';
import type { Agreement, Cell } from './schema';
import type { Crossing, HoldingParty, Rung } from './terms';

/** A way to reach somebody, and whether they have said within a month that it is right. */
export interface DrilledContact {
  readonly channel: string;
  readonly isConfirmed: boolean;
  /** Day on which they last said so; absent where they never did. */
  readonly confirmed?: string;
}

/** Somebody on a rung. */
export interface DrilledPerson {
  readonly person: string;
  readonly contacts: readonly DrilledContact[];
}

/** One rung of a path: 0 is the receiving team. Nobody on it is an answer too. */
export interface DrilledRung {
  readonly rung: number;
  readonly who: Rung['who'];
  readonly team: string;
  readonly people: readonly DrilledPerson[];
}

/** Whom an offer would reach, one after the other, and which cells say so. */
export interface DrilledPath {
  readonly crossing: Crossing;
  readonly cells: readonly string[];
  readonly rungs: readonly DrilledRung[];
}

/** A contact that nobody has confirmed for so long is stale, ms. */
export const STALE_AFTER = 31 * DAY;
const crossings: readonly Crossing[] = ['client>msp', 'msp>client'];

const receiverOf = (crossing: Crossing): HoldingParty => (crossing === 'client>msp' ? 'msp' : 'client');

function contactsOf({ people }: Agreement, person: string, at: number): readonly DrilledContact[] {
  return (people[person]?.contacts ?? []).map(({ channel, confirmed }) => {
    const since = confirmed === undefined ? undefined : readInstant(`${confirmed}T00:00:00Z`);
    const isConfirmed = since !== undefined && at - since <= STALE_AFTER;
    return { channel, isConfirmed, ...(confirmed === undefined ? {} : { confirmed }) };
  });
}

/** Who is asked on a rung; of a team without a roster everybody who is there. */
export function askedOn(
  directory: Directory,
  { who, team }: Pick<Rung, 'who' | 'team'>,
  party: HoldingParty,
  at: number,
) {
  const { lead } = directory.parties[party];
  const one = {
    team: () => firstAsked(directory, team, at),
    backup: () => backupOf(directory, team, at),
    lead: () => (isThere(directory, lead, at) ? lead : undefined),
  }[who]();
  if (who === 'team' && isPool(directory, team)) return peopleThere(directory, team, at);
  return one === undefined ? [] : [one];
}

function pathOf(agreement: Agreement, cell: Cell, crossing: Crossing, at: number) {
  const { receiver, ladder } = resolveBoundary(headerOf(agreement), cell, crossing);
  const directory = directoryOf(agreement);
  return [{ who: 'team', team: receiver } as const, ...ladder].map(({ who, team }, rung): DrilledRung => {
    const people = askedOn(directory, { who, team }, receiverOf(crossing), at);
    const reached = people.map(person => ({ person, contacts: contactsOf(agreement, person, at) }));
    return { rung, who, team, people: reached };
  });
}

const covers = ({ boundary }: Cell, crossing: Crossing): boolean => boundary === 'any' || boundary === crossing;

const cellName = ({ id, overlay }: Cell): string => (overlay === undefined ? id : `${id} (${overlay})`);

/**
 * Every path of an agreement walked without a ticket: whom an offer made at `at` (epoch ms) would reach on each rung,
 * cells with the same path together.
 */
export function fireDrill(agreement: Agreement, at: number): readonly DrilledPath[] {
  return crossings.flatMap(crossing => {
    const paths = new Map<string, DrilledPath>();
    for (const cell of decidingCells(agreement).filter(each => covers(each, crossing))) {
      const rungs = pathOf(agreement, cell, crossing, at);
      const key = JSON.stringify(rungs);
      paths.set(key, { crossing, rungs, cells: [...(paths.get(key)?.cells ?? []), cellName(cell)] });
    }
    return [...paths.values()];
  });
}
