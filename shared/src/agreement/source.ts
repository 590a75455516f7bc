import type { DeskName, Directory, Source } from './directory';
import { folded, own } from './own';
import type { HoldingParty, Priority } from './terms';

/** Monitoring that may open tickets. */
export type AlertSource = Extract<Source, { kind: 'alerts' }>;

/** What a severity means: how urgent it is, and who has it from the start. */
export interface SeverityMeaning {
  readonly priority: Priority;
  readonly party: HoldingParty;
  readonly team: string;
  readonly tier: string;
}

/** Who may tell something from outside, by the agreement's name for it. */
export const sourceOf = ({ sources = {} }: Directory, name: string): Source | undefined => own(sources, name);

/** What a source's own word for how bad it is means; undefined where the agreement has neither it nor `*`. */
export function severityOf(
  { teams }: Directory,
  { severities }: AlertSource,
  word: string,
): SeverityMeaning | undefined {
  const written = Object.keys(severities).find(name => folded(name) === folded(word)) ?? '*';
  const meant = own(severities, written);
  const team = meant && own(teams, meant.team);
  return meant && team && { priority: meant.priority, party: team.party, team: meant.team, tier: team.tier };
}

/** A desk's own word for one of the agreement's; the first that its map has. */
const nativeIn = <Value>(map: Readonly<Record<string, Value>> | undefined, meant: Value): string | undefined =>
  Object.entries(map ?? {}).find(([name, value]) => name !== '*' && value === meant)?.[0];

/** What a desk calls a priority. */
export const nativePriority = ({ priorities }: Directory, desk: DeskName, priority: Priority): string | undefined =>
  nativeIn(priorities[desk], priority);

/** What a desk calls a work type. */
export const nativeWorkType = ({ workTypes }: Directory, desk: DeskName, workType: string): string | undefined =>
  nativeIn(workTypes[desk], workType);
