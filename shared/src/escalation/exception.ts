import {
  otherParty,
  partyOf,
  type Directory,
  type ExceptionKind,
  type ExceptionTerms,
  type HoldingParty,
} from '../agreement';
import { HOUR } from '../time';
import { custodian } from './custody';
import type { FactData } from './events';
import type { Approver } from './override';
import { isActive } from './participants';
import type { Open } from './state';

const parties: readonly HoldingParty[] = ['msp', 'client'];

/** What the agreement says of an exception of a kind; undefined where it names none. */
export const exceptionOf = ({ terms }: Pick<Open, 'terms'>, kind: ExceptionKind): ExceptionTerms | undefined =>
  terms.exceptions?.find(({ of }) => of.includes(kind));

/** A move without a handoff is a lead's to allow where the agreement says nothing else. */
const byLeads = ({ terms }: Pick<Open, 'terms'>): ExceptionTerms => ({
  ...{ of: ['transfer'], by: ['lead'] },
  ...{ longest: terms.longestOverride ?? 0, decide: HOUR, isBlocking: true },
});

/** The rule by which an exception is asked for; undefined where the agreement knows no such exception. */
export const ruleFor = (state: Pick<Open, 'terms'>, kind: ExceptionKind): ExceptionTerms | undefined =>
  exceptionOf(state, kind) ?? (kind === 'transfer' ? byLeads(state) : undefined);

/** Who approves for a party, those named by the cell before those in office; only people who work now. */
export function approversOf(directory: Directory, rule: ExceptionTerms, party: HoldingParty): readonly string[] {
  const offices = rule.by.map(office => directory.parties[party][office]);
  const named = (rule.people ?? []).filter(person => partyOf(directory, person) === party);
  return [...new Set(named.length > 0 ? named : offices)].filter(person => isActive({ directory }, person));
}

/** For which party somebody approves; undefined where for none. */
export const approvesFor = (directory: Directory, rule: ExceptionTerms, person = ''): HoldingParty | undefined =>
  parties.find(party => approversOf(directory, rule, party).includes(person));

/** What whoever asks says of the threshold. */
interface Stated {
  readonly amount?: number;
  readonly flag?: string;
}

type Above = NonNullable<FactData<'OverrideAsked'>['above']>;

/** Why one of each party has to approve; money of which nobody says how much may be any amount. */
export function isAbove({ above }: ExceptionTerms, { amount, flag }: Stated): Above | undefined {
  if (!above) return undefined;
  if (above.isMet) return 'ticket';
  if (flag !== undefined && above.flags !== undefined) return 'flag';
  return above.amount === undefined ? undefined : dear(above.amount, amount);
}

function dear(threshold: number, amount: number | undefined): Above | undefined {
  if (amount === undefined) return 'not said';
  return amount >= threshold ? 'amount' : undefined;
}

/** What is asked, by which rule, and by whose person. */
interface Asking {
  readonly rule: ExceptionTerms;
  readonly kind: ExceptionKind;
  readonly isBoth: boolean;
  readonly asker: HoldingParty;
}

/** Whose approval it takes, and whether any one of them is enough. */
export interface Needed {
  readonly owed: readonly Approver[];
  readonly isAny?: true;
}

/**
 * One of each party above the threshold; below it, whoever was promised a deadline must agree to a later one, and of
 * anything else one approver of either party knows.
 */
export function needed(directory: Directory, state: Open, { rule, kind, isBoth, asker }: Asking): Needed {
  const of = (party: HoldingParty): Approver => {
    const [person] = approversOf(directory, rule, party);
    return { party, ...(person === undefined ? {} : { person }) };
  };
  if (isBoth) return { owed: [of(asker), of(otherParty(asker))] };
  if (kind === 'deadline') return { owed: [of(otherParty(custodian(state).party))] };
  return { owed: [of(asker), of(otherParty(asker))], isAny: true };
}

/** Whether somebody may ask for it: anybody of either party, but a lead where the agreement names no such exception. */
export function mayAsk(directory: Directory, state: Open, kind: ExceptionKind, person = ''): boolean {
  const rule = ruleFor(state, kind);
  if (rule === undefined || !isActive({ directory }, person)) return false;
  return rule === exceptionOf(state, kind) || approvesFor(directory, rule, person) !== undefined;
}
