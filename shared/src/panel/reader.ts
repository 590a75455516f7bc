import { otherParty, type DeskName, type Directory, type HoldingParty, type Placement } from '../agreement';
import { isTimeZone } from '../time';
import { clockText, elsewhere } from './clockText';
import { joined, wordsOf, type DeskWords } from './wording';

/** Who looks at a panel. Somebody the directory does not know may read; only people of msp and client act. */
export interface PanelViewer {
  readonly person?: string;
  readonly party?: HoldingParty;
  /** IANA name as the browser says it; one that is none counts as the party's own. */
  readonly timeZone: string;
  readonly desk: DeskName;
}

/** What every sentence depends on: whom it is for, where they are, and when. */
export interface Reader {
  readonly directory: Directory;
  readonly now: number;
  readonly zone: string;
  readonly words: DeskWords;
  readonly person?: string;
  readonly party?: HoldingParty;
}

function partyOfViewer({ people }: Directory, { person, party }: PanelViewer): HoldingParty | undefined {
  const known = person === undefined ? undefined : people[person]?.party;
  return known === 'msp' || known === 'client' ? known : party;
}

/** The reader that a viewer is at `now` (epoch ms). */
export function readerOf(directory: Directory, viewer: PanelViewer, now: number): Reader {
  const party = partyOfViewer(directory, viewer);
  const home = directory.parties[party ?? 'client'].timeZone;
  return {
    directory,
    now,
    zone: isTimeZone(viewer.timeZone) ? viewer.timeZone : home,
    words: wordsOf(viewer.desk),
    ...(viewer.person === undefined ? {} : { person: viewer.person }),
    ...(party === undefined ? {} : { party }),
  };
}

/** Whether this reader may act at all: somebody of a holding party whom the directory knows as working now. */
export function mayAct({ directory, person, party }: Reader): boolean {
  const known = person === undefined ? undefined : directory.people[person];
  return party !== undefined && known?.party === party && known.active;
}

/** An instant in the reader's words and zone: '11:20 today'. */
export const timeText = ({ zone, now }: Reader, at: number): string => clockText(at, zone, now);

/** The same with the other party's clock where it shows something else: '11:20 today · 10:20 in Lisbon'. */
export function bothZones(reader: Reader, at: number, other?: HoldingParty): string {
  const { directory, zone, now, party } = reader;
  const counterpart = other ?? (party === undefined ? undefined : otherParty(party));
  const away =
    counterpart === undefined ? undefined : elsewhere(at, directory.parties[counterpart].timeZone, zone, now);
  return joined([timeText(reader, at), away]);
}

/** A person's name, or 'you'. */
export function personName({ directory, person }: Reader, id: string): string {
  return id === person ? 'you' : (directory.people[id]?.name ?? 'somebody no longer listed');
}

/** A person's name, the reader's own included. */
export const fullName = ({ directory }: Reader, id: string): string =>
  directory.people[id]?.name ?? 'somebody no longer listed';

/** A party's name. */
export const partyName = ({ directory }: Reader, party: HoldingParty): string => directory.parties[party].name;

/** A team's name; the party's where no team is named. */
export function teamName({ directory }: Reader, { party, team }: Placement): string {
  const { name } = directory.parties[party];
  return team === undefined ? name : (directory.teams[team]?.name ?? `another team of ${name}`);
}

/** 'Northwind NOC (Omar Said)'. */
export const placeText = (reader: Reader, place: Placement): string =>
  place.person === undefined
    ? teamName(reader, place)
    : `${teamName(reader, place)} (${personName(reader, place.person)})`;
