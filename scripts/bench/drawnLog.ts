import { closeSync, openSync, writeSync } from 'node:fs';
import { readMapping } from '@baton/shared';
import { drawing } from './drawing';

/** The columns of an incident export, most of which no mapping needs. */
const COLUMNS = [
  ...['number', 'incident_state', 'active', 'reassignment_count', 'reopen_count', 'sys_mod_count', 'made_sla'],
  ...['caller_id', 'opened_at', 'sys_updated_at', 'category', 'impact', 'urgency', 'priority', 'assignment_group'],
  'assigned_to',
];

const teams = { client: ['Service Desk', 'Client Infra', 'Client Apps'], msp: ['NOC', 'Network', 'Storage'] };
const TEAMS = [...teams.client, ...teams.msp];
const STATES = ['Active', 'Active', 'Active', 'Awaiting User Info'];

/** What the drawn log means; offices have hours. */
export const drawnMapping = readMapping({
  ...{ format: 'csv', case: 'number', at: 'sys_updated_at', zone: 'UTC', order: 'sys_mod_count' },
  ...{ team: 'assignment_group', person: 'assigned_to', status: 'incident_state', priority: 'priority' },
  ...{ impact: 'impact', type: 'category', waiting: ['Awaiting User Info'], resolved: ['Resolved', 'Closed'] },
  parties: teams,
  calendar: {
    timeZone: 'Europe/Vilnius',
    weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map(day => [day, [['08:00', '18:00']]])),
  },
});

interface OpenCase {
  readonly number: string;
  readonly opened: string;
  readonly events: number;
  readonly priority: number;
  done: number;
  moves: number;
  team: number;
}

/** How many cases are open at once, and the mean time between two events of the log, ms. */
const [OPEN, APART] = [500, 20_000];

type Draw = (below: number) => number;

const isLast = ({ done, events }: OpenCase): boolean => done === events - 1;

function stateOf(one: OpenCase, draw: Draw): string {
  if (one.done === 0) return 'New';
  return isLast(one) ? 'Resolved' : (STATES[draw(STATES.length)] as string);
}

/** Sometimes it is moved. */
function move(one: OpenCase, draw: Draw): void {
  if (one.done === 0 || isLast(one) || draw(4) > 0) return;
  one.team = draw(TEAMS.length);
  one.moves += 1;
}

function lineOf(one: OpenCase, at: string, draw: Draw): string {
  const state = stateOf(one, draw);
  move(one, draw);
  const person = one.done === 0 || draw(5) === 0 ? '' : `Resolver ${one.team * 20 + draw(20)}`;
  const facts = [`Category ${one.team}`, '2 - Medium', '2 - Medium', `${one.priority} - P${one.priority}`];
  const counts = [String(!isLast(one)), one.moves, 0, one.done, 'true', `Caller ${one.number.slice(-3)}`];
  return [one.number, state, ...counts, one.opened, at, ...facts, TEAMS[one.team], person].join(',');
}

/**
 * Writes a log of so many events to a file, the same each time: five hundred cases lie open among each other, each of
 * four to fifteen events.
 */
export function writeDrawnLog(file: string, events: number): void {
  const draw = drawing(5);
  const out = openSync(file, 'w');
  let lines = [COLUMNS.join(',')];
  let [opened, at] = [0, Date.UTC(2026, 0, 5)];
  const opens = (): OpenCase => ({
    ...{
      number: `INC${String((opened += 1)).padStart(7, '0')}`,
      opened: new Date(at).toISOString(),
      done: 0,
      moves: 0,
    },
    ...{ events: 4 + draw(12), priority: 1 + draw(4), team: draw(TEAMS.length) },
  });
  const cases = Array.from({ length: OPEN }, opens);
  for (let n = 0; n < events; n += 1) {
    const place = draw(OPEN);
    const one = cases[place] as OpenCase;
    lines.push(lineOf(one, new Date((at += draw(2 * APART))).toISOString(), draw));
    one.done += 1;
    if (one.done === one.events) cases[place] = opens();
    if (lines.length < 5000 && n < events - 1) continue;
    writeSync(out, `${lines.join('\n')}\n`);
    lines = [];
  }
  closeSync(out);
}
