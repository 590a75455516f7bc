import type { Violation } from '../../failures';
import type { Agreement } from '../schema';

/** A value somewhere in an agreement. */
export interface Place<Value> {
  readonly path: string;
  readonly value: Value;
}

/** A promise an agreement keeps with itself, beyond its shape. */
export interface Rule {
  readonly code: string;
  /** An advice does not keep an agreement from being used. */
  readonly advice: boolean;
  /** Where the rule does not hold, each with its remedy. */
  readonly violations: (agreement: Agreement) => readonly RuleViolation[];
  /** The same, place after place, so that who judges a large agreement can pause: undefined where the rule holds. */
  readonly judged: (agreement: Agreement) => Iterable<RuleViolation | undefined>;
}

export interface RuleViolation extends Violation {
  readonly code: string;
}

interface RuleOf<Value> {
  readonly code: string;
  readonly advice?: true;
  /** The places the rule is about. */
  readonly at: (agreement: Agreement) => Iterable<Place<Value>>;
  readonly holds: (value: Value, agreement: Agreement) => boolean;
  /** What is wrong and how to mend it; reads on after the path. */
  readonly message: (value: Value, agreement: Agreement) => string;
}

/** States a rule by the places it looks at, what must hold there, and what to say where it does not. */
export function rule<Value>(stated: RuleOf<Value>): Rule {
  const { code } = stated;
  function* judged(agreement: Agreement): Generator<RuleViolation | undefined> {
    for (const { path, value } of stated.at(agreement)) {
      if (stated.holds(value, agreement)) yield undefined;
      else yield { code, path, message: stated.message(value, agreement) };
    }
  }
  const violations = (agreement: Agreement): readonly RuleViolation[] =>
    [...judged(agreement)].flatMap(violation => (violation === undefined ? [] : [violation]));
  return { code, advice: stated.advice ?? false, violations, judged };
}

/** A place, if the document says anything there. */
export const place = <Value>(path: string, value: Value | undefined): readonly Place<Value>[] =>
  value === undefined ? [] : [{ path, value }];

/** The places of a list. */
export const places = <Value>(path: string, values: readonly Value[] = []): readonly Place<Value>[] =>
  values.map((value, index) => ({ path: `${path}.${index}`, value }));

/** The places of a section with named entries. */
export const entries = <Value>(path: string, record: Readonly<Record<string, Value>> = {}): readonly Place<Value>[] =>
  Object.entries(record).map(([name, value]) => ({ path: `${path}.${name}`, value }));

/** A value that was given before, and where. */
export interface Repeated<Value> {
  readonly value: Value;
  readonly first: string;
}

/** Places whose value already stands elsewhere, each with the path of the first. */
export function repetitions(all: readonly Place<string>[]): readonly Place<Repeated<string>>[] {
  const first = new Map<string, string>();
  return all.flatMap(({ path, value }) => {
    const before = first.get(value);
    if (before === undefined) first.set(value, path);
    return before === undefined ? [] : [{ path, value: { value, first: before } }];
  });
}
