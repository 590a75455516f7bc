import { answering } from './rules/answering';
import { belonging, inactiveOwners } from './rules/belonging';
import { checks, directoryFits } from './rules/checks';
import { guarding } from './rules/guarding';
import { hours } from './rules/hours';
import { matrixAdvice } from './rules/matrixAdvice';
import { withOverlays } from './rules/overlaid';
import { overlaying } from './rules/overlaying';
import { legsFit, promises } from './rules/promises';
import { reach } from './rules/reach';
import { emptyPilot, piloting } from './rules/piloting';
import { references, unusedWorkTypes } from './rules/references';
import { rosterRules } from './rules/rosters';
import { sourcing } from './rules/sourcing';
import { templating } from './rules/templating';
import type { Rule, RuleViolation } from './rules/rule';
import type { Agreement } from './schema';

const ofCells: readonly Rule[] = [
  ...references,
  ...belonging,
  ...answering,
  ...hours,
  ...rosterRules,
  ...promises,
  ...guarding,
  ...templating,
  ...sourcing,
  ...checks,
  piloting,
  emptyPilot,
  unusedWorkTypes,
  inactiveOwners,
  legsFit,
  directoryFits,
  ...matrixAdvice,
  ...reach,
];

/** Everything an agreement must keep beyond its shape, and what it had better keep. */
export const rules: readonly Rule[] = [...overlaying, ...ofCells.map(withOverlays)];

/** Every rule an agreement breaks, each place by itself; empty if it can be used. */
export const brokenRules = (agreement: Agreement): readonly RuleViolation[] =>
  rules.filter(({ advice }) => !advice).flatMap(({ violations }) => violations(agreement));

/** What does not keep an agreement from being used but deserves a look before both parties sign. */
export const adviceOn = (agreement: Agreement): readonly RuleViolation[] =>
  rules.filter(({ advice }) => advice).flatMap(({ violations }) => violations(agreement));
