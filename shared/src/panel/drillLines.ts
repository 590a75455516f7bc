import type { Directory, Drill, DrillHeard, HoldingParty } from '../agreement';
import type { HealthLineView } from './healthView';
import { fullName, timeText, type Reader } from './reader';

/** What the last drill of a party came to. */
export const lastDrill = ({ drills }: Directory, party: HoldingParty): Drill | undefined => drills?.[party];

const outcomes: Readonly<Record<DrillHeard, string>> = Object.freeze({
  taken: 'took it',
  refused: 'refused it',
  busy: 'had no room for it',
  unreachable: 'did not answer',
  redirected: 'sent it elsewhere, where Baton does not follow',
  'not set up': 'is not set up',
});

/** What the last drill of the reader's party found, channel by channel. */
export function drillLines(reader: Reader): readonly HealthLineView[] {
  const { directory, party } = reader;
  const drill = party && lastDrill(directory, party);
  if (!drill) return [];
  const ids = Object.keys(drill.heard);
  const said = ids.map(id => `${directory.channels?.[id]?.name ?? id} ${outcomes[drill.heard[id] ?? 'unreachable']}`);
  const isSound = ids.length > 0 && ids.every(id => drill.heard[id] === 'taken');
  const result = said.length === 0 ? 'it did not come to its end' : said.join(', ');
  const text = `${fullName(reader, drill.by)} held one at ${timeText(reader, drill.at)}: ${result}.`;
  return [{ name: 'Fire drill', text, ...(isSound ? {} : { lozenge: { text: 'LOOK', tone: 'at risk' } }) }];
}
