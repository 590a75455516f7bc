import type { Directory, OnCall } from '../agreement';
import type { HealthLineView } from './healthView';
import { fullName, timeText, type Reader } from './reader';
import { joined } from './wording';

const LOOK = { text: 'LOOK', tone: 'at risk' } as const;

function namedText(reader: Reader, { people, since }: OnCall): string {
  const [first, second] = people.map(id => fullName(reader, id));
  if (first === undefined) return `${reader.words.desk} names nobody: the roster of the agreement counts.`;
  const backup = second === undefined ? undefined : `, then ${second}`;
  return joined([`${first}${backup ?? ''}, since ${timeText(reader, since)}.`], ' ');
}

function lineOf(reader: Reader, { name: team, onCall }: Directory['teams'][string]): HealthLineView[] {
  if (!onCall) return [];
  const { failedSince, people } = onCall;
  const silent =
    failedSince === undefined
      ? undefined
      : `${reader.words.desk} has not said who is on call since ${timeText(reader, failedSince)}; this is the last it said.`;
  const text = joined([namedText(reader, onCall), silent], ' ');
  const isLook = failedSince !== undefined || people.length === 0;
  return [{ name: `On call, ${team}`, text, ...(isLook ? { lozenge: LOOK } : {}) }];
}

/** Who is on call for the teams that a schedule of the desk answers for. */
export const onCallLines = (reader: Reader): readonly HealthLineView[] =>
  Object.values(reader.directory.teams).flatMap(team => lineOf(reader, team));
