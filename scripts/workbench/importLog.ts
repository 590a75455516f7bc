import { readFileSync } from 'node:fs';
import { isFlaw, readMapping, type LogLine } from '@baton/shared';
import { readLog } from '@baton/shared/log';
import { fileBlocks } from '../replay/logFile';
import type { Cast } from './cast';
import { castOf, partyTeams, type LogEvent } from './importedCast';
import type { PastTicket, WorkbenchDesk } from './desk';
import type { StartedWorkbench } from './workbench';

/** An incident log, read and ready to fill both desks. */
export interface ImportedLog {
  readonly cast: Cast;
  readonly tickets: readonly PastTicket[];
  /** How long filling takes on the workbench's clock: the platforms' own limits per minute hold here too. */
  readonly minutes: number;
  fill(workbench: StartedWorkbench): Promise<void>;
}

const WEEK = 7 * 86_400_000;
/** Tickets an app can meet in a minute within its quota of requests. */
const A_MINUTE = 20;
/** Tickets of each desk's list that the app meets before anybody comes. */
const SHOWN = 60;

const priorityOf = (text: string | undefined): { priority?: 1 | 2 | 3 | 4 } => {
  const digit = /[1-4]/.exec(text ?? '')?.[0];
  return digit === undefined ? {} : { priority: Number(digit) as 1 | 2 | 3 | 4 };
};

async function readLines(csv: string, map: string): Promise<LogLine[]> {
  const mapping = readMapping(JSON.parse(readFileSync(map, 'utf8')));
  if (mapping.team === undefined) throw new Error(`${map}: team has to name a column.`);
  const lines: LogLine[] = [];
  await readLog(fileBlocks(csv), mapping, {
    line: read => {
      if (isFlaw(read)) throw new Error(`Line ${read.line}: ${read.message}`);
      lines.push(read);
    },
    flaw: ({ line, message }) => {
      throw new Error(`Line ${line}: ${message}`);
    },
  });
  return lines;
}

async function readEvents(csv: string, map: string): Promise<LogEvent[]> {
  const lines = await readLines(csv, map);
  return lines.map(({ case: id, event: { at, team, person, title, priority } }) => ({
    ...{ id, at },
    ...(team === undefined ? {} : { team }),
    ...(person === undefined ? {} : { person }),
    ...(title === undefined ? {} : { title }),
    ...priorityOf(priority),
  }));
}

/** One case as a ticket that is still open: its moves as history, nobody having resolved it yet. */
function ticketOf(id: string, events: readonly LogEvent[], cast: Cast, shift: number): PastTicket {
  const sorted = [...events].sort((a, b) => a.at - b.at);
  const teams = partyTeams(cast);
  const places = sorted.flatMap(event => {
    const team = event.team === undefined ? undefined : teams.idOf(event.team);
    const person = event.person === undefined ? undefined : teams.memberOf(event.person, team);
    return team === undefined ? [] : [{ at: event.at + shift, team, ...(person === undefined ? {} : { person }) }];
  });
  const moves = places.filter((place, index) => {
    const before = places[index - 1];
    return !before || before.team !== place.team || before.person !== place.person;
  });
  const first = sorted[0];
  return {
    title: first?.title ?? `${id} from the log`,
    createdAt: (first?.at ?? 0) + shift,
    priority: sorted.filter(event => event.priority !== undefined).pop()?.priority ?? 3,
    moves,
  };
}

/**
 * Reads an incident log. Its weeks are moved so that it ends in the week before `now` (weekdays and times of day
 * stay), and its cases are taken as still open, so that agents can go on with them.
 */
export async function importLog(csv: string, map: string, now: number): Promise<ImportedLog> {
  const events = await readEvents(csv, map);
  if (events.length === 0) throw new Error(`${csv} has no events.`);
  const cast = castOf(events);
  const end = events.reduce((latest, event) => Math.max(latest, event.at), 0);
  const shift = Math.floor((now - end) / WEEK) * WEEK;
  const byCase = new Map<string, LogEvent[]>();
  for (const event of events) byCase.set(event.id, [...(byCase.get(event.id) ?? []), event]);
  const tickets = [...byCase].map(([id, own]) => ticketOf(id, own, cast, shift));
  const minutes = SHOWN / A_MINUTE + 1;
  return { cast, tickets, minutes, fill: workbench => fill(workbench, tickets) };
}

/**
 * Puts the tickets on both desks and shows the first ones of each list to the app, which opens their ledgers with the
 * past as history. It meets every other one when somebody first opens it, as after an installation.
 */
async function fill({ services, desks, settle }: StartedWorkbench, tickets: readonly PastTicket[]): Promise<void> {
  const { clock, cast } = services;
  for (const desk of desks) for (const ticket of tickets) await desk.recall(ticket);
  for (let shown = 0; shown < SHOWN; shown += A_MINUTE) {
    await clock.jump(clock.now() + 60_000);
    await Promise.all(desks.map(desk => show(desk, shown, cast.defaultPerson)));
  }
  await settle();
}

async function show(desk: WorkbenchDesk, from: number, person: string): Promise<void> {
  for (const { id } of desk.tickets().slice(from, from + A_MINUTE))
    await desk.ask(id, person, { type: 'view', viewer: { timeZone: 'UTC' } });
}
