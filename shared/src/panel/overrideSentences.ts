import type { FactOf, FactType } from '../escalation';
import { overrideKinds } from './overrideWords';
import { fullName, partyName, timeText } from './reader';
import { newest, type Scene } from './scene';
import { told, type Tell } from './told';

type OverrideFact = Extract<FactType, 'TransfersOverridden' | `Override${string}`>;

const askedIn = (scene: Scene, id: string): FactOf<'OverrideAsked'> | undefined =>
  newest(scene, 'OverrideAsked', ({ data }) => data.override === id);

/** 'move without a handoff', of the exception that a fact is about. */
function kindOf(scene: Scene, id: string): string {
  const asked = askedIn(scene, id);
  return asked ? overrideKinds[asked.data.kind] : 'what was asked';
}

const ends: Readonly<Record<FactOf<'OverrideRefused'>['data']['how'], readonly [string, string]>> = Object.freeze({
  refused: ['refused', 'was refused'],
  withdrawn: ['took back', 'was taken back'],
  ended: ['ended', 'was ended'],
});

const given = (scene: Scene, id: string): string => {
  const until = askedIn(scene, id)?.data.until;
  return until === undefined ? 'It counts now.' : `It counts until ${timeText(scene, until)}.`;
};

/** Who decided, where somebody else has recorded it. */
const theirs = (scene: Scene, { data: { recorded } }: FactOf<'OverrideApproved' | 'OverrideRefused'>): string =>
  recorded ? fullName(scene, recorded.person) : 'Somebody';

/** What is let pass beside the rules, told in a sentence each. */
export const overrideTells: { readonly [T in OverrideFact]: Tell<T> } = {
  TransfersOverridden: (scene, fact) => {
    const until = timeText(scene, fact.data.until);
    const rest = `it be moved without a handoff until ${until}, which the review looks at.`;
    return told(scene, fact, `lets ${rest}`, `A lead lets ${rest}`);
  },
  OverrideAsked: (scene, fact) => {
    const { kind, until, above, isBlocking } = fact.data;
    const what = `an exception: ${overrideKinds[kind]}, until ${timeText(scene, until)}.`;
    const both = above === undefined ? '' : ' One of each party has to approve it.';
    const meanwhile = isBlocking ? '' : ' It counts meanwhile.';
    return `${told(scene, fact, `asked for ${what}`, `Somebody asked for ${what}`)}${both}${meanwhile}`;
  },
  OverrideApproved: (scene, fact) => {
    const { override, isGiven } = fact.data;
    const what = `the exception (${kindOf(scene, override)}) for ${partyName(scene, fact.data.for)}.`;
    const rest = isGiven ? given(scene, override) : 'The other party has to approve it too.';
    const name = theirs(scene, fact);
    return `${told(scene, fact, `approved ${what}`, `${name} approved ${what}`)} ${rest}`;
  },
  OverrideRefused: (scene, fact) => {
    const [did, was] = ends[fact.data.how];
    const what = `the exception (${kindOf(scene, fact.data.override)})`;
    const { recorded } = fact.data;
    if (recorded) return `${theirs(scene, fact)} ${did} ${what}.`;
    return told(scene, fact, `${did} ${what}.`, `The exception (${kindOf(scene, fact.data.override)}) ${was}.`);
  },
  OverrideExpired: (scene, { data: { override, was, isUsed } }) => {
    const what = `The exception (${kindOf(scene, override)})`;
    if (was === 'not approved') return `${what} ended, and nobody had approved it.`;
    return `${what} ended${isUsed ? '' : ' and was not used'}.`;
  },
  OverrideUsed: (scene, { data }) => `The exception (${kindOf(scene, data.override)}) was used.`,
};
