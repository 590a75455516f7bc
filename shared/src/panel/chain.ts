import { answerHours, type CustodyEntry, type CustodyHow, type Fact, type FactType } from '../escalation';
import { elapsedWithin } from '../time';
import { shortClock } from './clockText';
import { personName, teamName } from './reader';
import type { Scene } from './scene';
import type { ChainLink } from './view';
import { durationText, OWN_RULE } from './wording';

interface Leg {
  readonly first: CustodyEntry;
  /** Somebody of the same team took it later. */
  readonly claim?: CustodyEntry;
}

const isSameTeam = (a: CustodyEntry, b: CustodyEntry): boolean => a.to.party === b.to.party && a.to.team === b.to.team;

function extended(leg: Leg | undefined, entry: CustodyEntry): Leg | undefined {
  if (leg === undefined || !isSameTeam(leg.first, entry)) return undefined;
  const person = (leg.claim ?? leg.first).to.person;
  if (person === entry.to.person) return leg;
  return person === undefined && entry.how === 'claimed' ? { ...leg, claim: entry } : undefined;
}

/** Consecutive entries of one team and person are one leg; so is a team's ticket that one of them took. */
const legsOf = (custody: readonly CustodyEntry[]): readonly Leg[] =>
  custody.reduce<readonly Leg[]>((legs, entry) => {
    const longer = extended(legs.at(-1), entry);
    return longer ? [...legs.slice(0, -1), longer] : [...legs, { first: entry }];
  }, []);

const facts: Readonly<Partial<Record<CustodyHow, FactType>>> = {
  opened: 'EscalationOpened',
  passed: 'Passed',
  shift: 'ShiftTaken',
  routed: 'Routed',
  accepted: 'HandoffAccepted',
  decided: 'StalemateDecided',
  command: 'MajorDeclared',
};

const factOf = (scene: Scene, entry: CustodyEntry): Fact | undefined =>
  scene.facts.find(fact => fact.at === entry.at && fact.type === facts[entry.how]);

function byWhom(scene: Scene, entry: CustodyEntry): string {
  const { person, rule } = factOf(scene, entry)?.by ?? {};
  if (person !== undefined) return ` by ${personName(scene, person)}`;
  return rule === undefined || rule === OWN_RULE ? '' : ' by an automation';
}

/** How long the receiver took to answer, in their own hours. */
function answerTime({ state }: Scene, entry: CustodyEntry): string | undefined {
  const span = state.offers.find(offer => offer.answer === 'accepted' && offer.to === entry.at);
  return span && durationText(elapsedWithin(answerHours(state.terms, span), span.from, entry.at));
}

const accepted: Story = (scene, entry) => {
  const took = answerTime(scene, entry);
  const person = entry.to.person === undefined ? '' : ` by ${personName(scene, entry.to.person)}`;
  return took === undefined ? `accepted ${clock(scene, entry)}${person}` : `accepted in ${took}${person}`;
};

type Story = (scene: Scene, entry: CustodyEntry) => string;

const clock = ({ zone, now }: Scene, { at }: CustodyEntry): string => shortClock(at, zone, now);
const toWhom = (scene: Scene, { to }: CustodyEntry): string =>
  to.person === undefined ? '' : ` to ${personName(scene, to.person)}`;
const named = (scene: Scene, { to }: CustodyEntry): string =>
  to.person === undefined ? '' : ` by ${personName(scene, to.person)}`;

const stories: Readonly<Record<CustodyHow, Story>> = {
  opened: (scene, entry) => `opened ${clock(scene, entry)}${byWhom(scene, entry)}`,
  claimed: (scene, entry) => `taken ${clock(scene, entry)}${named(scene, entry)}`,
  passed: (scene, entry) => `passed${toWhom(scene, entry)} ${clock(scene, entry)}${byWhom(scene, entry)}`,
  shift: (scene, entry) => `over to the next shift ${clock(scene, entry)}${named(scene, entry)}`,
  routed: (scene, entry) => `routed${toWhom(scene, entry)} ${clock(scene, entry)}${byWhom(scene, entry)}`,
  history: (scene, entry) => `from history: moved here ${clock(scene, entry)}`,
  accepted,
  deemed: (scene, entry) => `counted as accepted ${clock(scene, entry)}${named(scene, entry)}`,
  'as it is': (scene, entry) => `taken as it was ${clock(scene, entry)}${named(scene, entry)}`,
  stalemate: (scene, entry) => `has it from ${clock(scene, entry)} until the decision`,
  decided: (scene, entry) => `decided ${clock(scene, entry)}${byWhom(scene, entry)}`,
  lapsed: (scene, entry) => `with the team again ${clock(scene, entry)}: nobody worked on it`,
  left: (scene, entry) => `with the team again ${clock(scene, entry)}: whoever had it has left`,
  command: (scene, entry) => `commands it since ${clock(scene, entry)}${named(scene, entry)}`,
  'after command': (scene, entry) => `back ${clock(scene, entry)}: the major incident is over`,
  disputed: (scene, entry) => `back ${clock(scene, entry)} after a disputed acceptance`,
};

function detailOf(scene: Scene, { first, claim }: Leg): string {
  const start = stories[first.how](scene, first);
  return claim === undefined ? start : `${start}, taken ${clock(scene, claim)}${named(scene, claim)}`;
}

const usedBetween = ({ stretches }: Scene, from: number, to: number): number =>
  stretches.reduce(
    (sum, stretch) => (stretch.is === 'running' && stretch.from >= from && stretch.from < to ? sum + stretch.ms : sum),
    0,
  );

/** Who had it, in order: one link per team and person, with the running time used meanwhile. */
export function chainOf(scene: Scene): readonly ChainLink[] {
  const legs = legsOf(scene.state.custody);
  return legs.map((leg, index) => {
    const used = usedBetween(scene, leg.first.at, legs[index + 1]?.first.at ?? Infinity);
    return {
      tone: leg.first.to.party,
      title: `${teamName(scene, leg.first.to)} · ${durationText(used)}`,
      detail: detailOf(scene, leg),
    };
  });
}
