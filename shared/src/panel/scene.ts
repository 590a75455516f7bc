import type { Placement, WaitedFor } from '../agreement';
import type { Reading } from '../clock';
import {
  custodian,
  resolveReading,
  waterfall,
  type Fact,
  type FactOf,
  type FactType,
  type Open,
  type Stretch,
} from '../escalation';
import { partyName, personName, timeText, type Reader } from './reader';

/** Everything a panel is made of: an open escalation, what is known about it, and whom it is shown to. */
export interface Scene extends Reader {
  readonly state: Open;
  /** Oldest first, possibly only the recent part. */
  readonly facts: readonly Fact[];
  /** Clear texts by hash; null or absent where one was removed. */
  readonly texts: Readonly<Record<string, string | null>>;
  /** How long, in ms, a claim may wait for the desk's word before the panel says that none came. */
  readonly confirmGrace: number;
  readonly holder: Placement;
  readonly reading: Reading;
  readonly stretches: readonly Stretch[];
  /** Whom the resolve clock waits for at this instant. */
  readonly waitingFor?: WaitedFor;
}

/** Whom the clock waits for from `now` on: the stretch that would begin now says it. */
function waitingAt(state: Open, now: number): WaitedFor | undefined {
  if (state.status === 'resolved' || state.status === 'gone') return undefined;
  const stretch = waterfall(state, now + 1).at(-1);
  return stretch?.is === 'paused' ? stretch.waitedFor : undefined;
}

/** Reads the clocks once, for all parts of a panel. */
export function sceneOf(reader: Reader, known: Pick<Scene, 'state' | 'facts' | 'texts' | 'confirmGrace'>): Scene {
  const { state } = known;
  const waitingFor = waitingAt(state, reader.now);
  return {
    ...reader,
    ...known,
    holder: custodian(state),
    reading: resolveReading(state, reader.now),
    stretches: waterfall(state, reader.now),
    ...(waitingFor === undefined ? {} : { waitingFor }),
  };
}

const isOf =
  <T extends FactType>(type: T) =>
  (fact: Fact): fact is FactOf<T> =>
    fact.type === type;

/** The newest fact of one type that fits. */
export function newest<T extends FactType>(
  { facts }: Pick<Scene, 'facts'>,
  type: T,
  fits: (fact: FactOf<T>) => boolean = () => true,
): FactOf<T> | undefined {
  return facts.filter(isOf(type)).filter(fits).pop();
}

/** A text by its hash, as a person reads it. */
export const textOf = ({ texts }: Pick<Scene, 'texts'>, hash: string | undefined): string | undefined =>
  hash === undefined ? undefined : (texts[hash] ?? undefined);

/** Said where a text cannot be shown: who may read it, who removed it and when, or that it is not there. */
export function lostText(scene: Scene, hash: string): string {
  if (scene.party === undefined)
    return `Only ${partyName(scene, 'msp')} and ${partyName(scene, 'client')} can read this.`;
  const erased = newest(scene, 'TextErased', ({ data }) => data.hashes.includes(hash));
  if (!erased) return 'This text is no longer available.';
  return `Removed by ${personName(scene, erased.by.person ?? '')}, ${timeText(scene, erased.at)}.`;
}

/** Whom a paused clock waits for: 'the customer', 'Northwind'. */
export const waitedName = ({ directory }: Reader, whom: WaitedFor): string =>
  whom === 'msp' || whom === 'client' ? directory.parties[whom].name : `the ${whom}`;
