import type { FactOf, Gone, GoneHow } from '../escalation';
import { partyName, timeText } from './reader';
import type { Scene } from './scene';
import { told, type Tell } from './told';
import type { Words } from './owedWords';
import { durationText, joined } from './wording';

const headlines: Readonly<Record<GoneHow, string>> = Object.freeze({
  deleted: 'Deleted',
  spam: 'Marked as spam',
  merged: 'Merged into another one',
});

const gone = ({ state }: Scene): Gone | undefined => (state.status === 'gone' ? state : undefined);

/** How it came to be gone. */
export const goneLine = (scene: Scene): string => headlines[gone(scene)?.how ?? 'deleted'];

/** Since when. */
export function goneDetail(scene: Scene): string {
  const state = gone(scene);
  return state ? `since ${timeText(scene, state.since)}` : '';
}

/** Nothing is owed on it; a deletion stops no clock. */
export function goneTask(scene: Scene): Words {
  const state = gone(scene);
  if (state?.how === 'merged') return { title: 'Work goes on there', detail: 'its time counts there too' };
  const party = state?.deletions?.at(-1)?.accountable ?? scene.holder.party;
  const detail = `its time goes on, and ${partyName(scene, party)} answers for it`;
  return { title: 'Nothing to do unless it is restored', detail };
}

/** How long it was away, where it has come back. */
export function awayNotice({ state }: Scene): string | undefined {
  const away = (state.deletions ?? []).flatMap(({ at, until }) => (until === undefined ? [] : [until - at]));
  if (away.length === 0) return undefined;
  const long = durationText(away.reduce((sum, ms) => sum + ms, 0));
  return `it was deleted for ${long}, which nobody could use`;
}

type GoneFact = 'ParentLinked' | 'TicketDeleted' | 'TicketRestored' | 'MergedInto' | 'MergedFrom';

const bought = ({ data }: FactOf<'MergedFrom'>): string | undefined =>
  data.bought === undefined
    ? undefined
    : `The other one was due ${durationText(data.bought)} earlier: this goes to the review.`;

/** Deletions and merges, told in a sentence or two each. */
export const goneTells: { readonly [T in GoneFact]: Tell<T> } = {
  TicketDeleted: (scene, fact) =>
    fact.data.how === 'spam'
      ? told(scene, fact, 'marked it as spam.', 'It was marked as spam.')
      : told(scene, fact, 'deleted it.', 'It was deleted.'),
  TicketRestored: (scene, fact) => told(scene, fact, 'restored it.', 'It was restored.'),
  ParentLinked: () => 'It is the child of another one: what is given to the other party is asked there.',
  MergedInto: (scene, fact) => told(scene, fact, 'merged it into another one.', 'It was merged into another one.'),
  MergedFrom: (scene, fact) => {
    const earlier = fact.data.openedAt;
    const since = earlier === undefined ? undefined : `It counts from that one's opening, ${timeText(scene, earlier)}.`;
    return joined(['Another one was merged into it.', since, bought(fact)], ' ');
  },
};
