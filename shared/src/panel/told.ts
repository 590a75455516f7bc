import type { Placement } from '../agreement';
import type { Fact, FactOf, FactType } from '../escalation';
import { partyName, personName, teamName } from './reader';
import type { Scene } from './scene';
import { OWN_RULE, sentence } from './wording';

/** Tells one kind of fact in a plain sentence or two. */
export type Tell<T extends FactType> = (scene: Scene, fact: FactOf<T>) => string;

/** A rule that the desk names by its own name; one that it does not is named by the desk. */
const ruleName = (rule: string): string =>
  rule === OWN_RULE ? 'Baton' : rule === 'jira' || rule === 'freshservice' ? 'An automation' : rule;

/** Who did it, at the start of a sentence; undefined where nobody is known to have. */
function actor(scene: Scene, { by }: Fact): string | undefined {
  // Whoever recorded it for somebody else has not done it.
  if (by.assurance === 'attested') return undefined;
  if (by.person !== undefined) return sentence(personName(scene, by.person));
  if (by.rule !== undefined) return ruleName(by.rule);
  if (by.party === 'msp' || by.party === 'client') return `Somebody of ${partyName(scene, by.party)}`;
  return by.party === undefined ? undefined : `The ${by.party}`;
}

/** 'Ana Pires resolved it', or without an actor 'It was resolved'. */
export const told = (scene: Scene, fact: Fact, deed: string, passive: string): string => {
  const name = actor(scene, fact);
  return name === undefined ? passive : `${name} ${deed}`;
};

/** 'Northwind NOC holds it.' */
export const holds = (scene: Scene, place: Placement): string => `${teamName(scene, place)} holds it.`;

/** A person's name at the start of a sentence. */
export const named = (scene: Scene, person: string | undefined): string => sentence(personName(scene, person ?? ''));
