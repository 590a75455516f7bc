import type { Flaw } from './flaw';
import { byOrder, inOrder, type LogEvent, type LoggedCase } from './logEvent';

/** Statuses of a log that mean something to Baton, and the hours that count. */
export interface StatusWords {
  readonly waiting: ReadonlySet<string | undefined>;
  readonly resolved: ReadonlySet<string | undefined>;
}

/** How an event left its case: what it names, and what was carried over from before. */
export interface Standing extends LogEvent {
  readonly isResolved: boolean;
  readonly isWaiting: boolean;
}

/** The life of one case as its log tells it. */
export interface Course {
  readonly id: string;
  /** In order, each with what holds from it on. */
  readonly standings: readonly Standing[];
  /** Epoch ms of the first event. */
  readonly opened: number;
  /** Epoch ms of the first event of the final unbroken run of resolved statuses; null where it does not end resolved. */
  readonly closed: number | null;
  /** The named teams it lay with, one after the other. */
  readonly teams: readonly string[];
}

const UNTOLD: Standing = { line: 0, at: 0, isResolved: false, isWaiting: false };

const last = (said: string | undefined, before: string | undefined): string | undefined => said ?? before;

function carried(events: readonly LogEvent[], { waiting, resolved }: StatusWords): Standing[] {
  let before = UNTOLD;
  return events.map(event => {
    const status = last(event.status, before.status);
    const isResolved = resolved.has(status);
    // Written out, since spreading two objects a million times takes longer than all the rest.
    before = {
      line: event.line,
      at: event.at,
      status,
      team: last(event.team, before.team),
      person: event.person,
      priority: last(event.priority, before.priority),
      impact: last(event.impact, before.impact),
      type: last(event.type, before.type),
      isResolved,
      isWaiting: !isResolved && waiting.has(status),
    };
    return before;
  });
}

function closedAt(standings: readonly Standing[]): number | null {
  let closed: number | null = null;
  for (const { isResolved, at } of standings) closed = isResolved ? (closed ?? at) : null;
  return closed;
}

function teamsOf(standings: readonly Standing[]): string[] {
  const teams: string[] = [];
  for (const { team } of standings) if (team !== undefined && team !== teams[teams.length - 1]) teams.push(team);
  return teams;
}

/**
 * Puts the events of a case in order and says how each left it. A team or status that an event does not name is the
 * one from before; before any team was named it is nobody's.
 */
export function courseOf({ id, events }: LoggedCase, words: StatusWords): Course {
  const standings = carried([...events].sort(inOrder), words);
  return { id, standings, opened: standings[0]?.at ?? 0, closed: closedAt(standings), teams: teamsOf(standings) };
}

const flawOf = (id: string, { line }: LogEvent): Flaw => ({
  ...{ line, kind: 'time going backwards', isCounted: true },
  message: `${id} has an earlier instant here than in the event before; it is counted where its instant puts it.`,
});

/**
 * Events that the log puts after others although they happened before them. Where it has no order of its own, its lines
 * are that order; a case that is listed with its newest line first throughout is none of that.
 */
export function backwards({ id, events }: LoggedCase): readonly Flaw[] {
  const listed = [...events].sort((a, b) => byOrder(a, b) || a.line - b.line);
  const steps = listed.slice(1).map((event, index) => event.at - (listed[index]?.at ?? 0));
  const isUpright = steps.every(step => step >= 0);
  const isNewestFirst = steps.every(step => step <= 0) && listed[0]?.order === undefined;
  if (isUpright || isNewestFirst) return [];
  return listed.slice(1).flatMap((event, index) => ((steps[index] ?? 0) < 0 ? [flawOf(id, event)] : []));
}
