import { awaySince, isManned, peopleOfTeam } from '../agreement';
import type { TicketEvent } from '../ticket';
import { custodian, heldSince } from './custody';
import { fact, type Context } from './decision';
import type { NewFact } from './events';
import type { Open } from './state';
import { bothLeads, saidSince } from './thresholds';
import { isSaid, unclearAt, unclearNow, type Unclear } from './unclear';

interface Due {
  readonly found: Unclear;
  /** Epoch ms. */
  readonly at: number;
}

const dueOf = (state: Open, found: Unclear): Due => ({
  found,
  at: Math.max(unclearAt(state, found.since), saidSince(state)),
});

const soonest = (state: Open): Due | undefined =>
  unclearNow(state)
    .map(found => dueOf(state, found))
    .sort((one, other) => one.at - other.at)[0];

/** Both leads hear of it once; nobody of what was over before Baton knew of the ticket. */
const saidOf = (context: Context, state: Open, event: TicketEvent, { found, at }: Due): NewFact => {
  const tell = at < state.knownSince ? [] : bothLeads(context);
  return fact(event, 'OwnershipUnclear', { ...found, tell }, { at });
};

function found(context: Context, state: Open, event: TicketEvent): NewFact[] {
  const due = soonest(state);
  return due ? [saidOf(context, state, event, due)] : [];
}

/** What time brings about where nobody clearly has it for too long. */
export const leftUnclear = { at: (state: Open) => soonest(state)?.at, becomes: found } as const;

/** Whoever holds it is out, and nobody of their team is there to stand in. */
function away({ directory }: Context, state: Open, now: number): Unclear[] {
  const { person, team } = custodian(state);
  const out = person === undefined ? undefined : awaySince(directory, person, now);
  if (out === undefined || team === undefined || isManned(directory, team, now)) return [];
  const since = Math.max(out, heldSince(state));
  return [{ because: 'away', of: `away ${since}`, since }];
}

/** The team that has it is no longer in the agreement, or nobody works in it, as was learned just then. */
function teamGone(context: Context, state: Open, since: number): Unclear[] {
  const { person, team } = custodian(state);
  if (person !== undefined || team === undefined) return [];
  const isThere = context.directory.teams[team] !== undefined && peopleOfTeam(context.directory, team).length > 0;
  if (isThere) return [];
  return [{ because: 'team gone', of: `team gone ${heldSince(state)}`, since }];
}

/** Who works now was looked up: whoever has it, or their whole team, may not be there (rules §9). */
export function nobodyThere(context: Context, state: Open, event: TicketEvent): NewFact[] {
  if (state.status !== 'held' || state.terms.warnings === undefined) return [];
  const isNews = ({ found: one, at }: Due): boolean => !isSaid(state, one) && at <= event.at;
  const absent = away(context, state, event.at).map(one => dueOf(state, one));
  const gone = teamGone(context, state, event.learned).map(one => ({ found: one, at: one.since }));
  return [...absent, ...gone].filter(isNews).map(due => saidOf(context, state, event, due));
}
