import { firstAsked } from '../agreement';
import type { AlertPayload } from './alertPayload';
import type { InboundDoor } from './inboundDesk';
import { meaningOf, type Meaning } from './openTicket';

/** What an alert would open, in the agreement's words and names. */
export interface Trial {
  readonly source: string;
  readonly priority: number;
  /** The cell of the matrix; absent where none governs it. */
  readonly cell?: string;
  readonly team: string;
  readonly tier: string;
  /** Who is asked first; absent where nobody is there. */
  readonly person?: string;
}

async function trialOf(door: InboundDoor, { source, severity }: Meaning, title: string): Promise<Trial> {
  const { directory, now } = door;
  const { priority, team, tier } = severity;
  const terms = await door.terms({ workType: source.workType, priority, title });
  const person = directory.people[firstAsked(directory, team, now) ?? '']?.name;
  return {
    ...{ source: source.name, priority, team: directory.teams[team]?.name ?? team, tier },
    ...(terms === undefined ? {} : { cell: terms.cell }),
    ...(person === undefined ? {} : { person }),
  };
}

/** What an alert would open now; nothing is opened. @throws DeskError */
export async function trial(door: InboundDoor, alert: AlertPayload): Promise<{ readonly trial?: Trial }> {
  if (alert.action !== 'trigger') return {};
  const meaning = meaningOf(door, alert.source, alert.severity);
  return meaning ? { trial: await trialOf(door, meaning, alert.summary) } : {};
}
