import type { ActionCost, OperationKind } from './costs';

/** What a budget is stated in: operations of several kinds together, as the platforms' quotas count them. */
const measures = {
  reads: ['storage.read', 'storage.query', 'entity.read'],
  writes: ['storage.write', 'entity.write'],
  invocations: ['invocation'],
  entityCalls: ['entity.read', 'entity.write'],
  keyValueCalls: ['storage.read', 'storage.write', 'storage.query'],
  requests: ['desk.read', 'desk.write'],
} as const satisfies Record<string, readonly OperationKind[]>;

type Measure = keyof typeof measures;
type Amounts = Partial<Record<Measure, number>>;

/** What one action may cost at most. */
export interface Budget {
  /** The actions it binds, in words. */
  readonly of: string;
  readonly most: Amounts;
}

/**
 * An action with its budget beside it; null where the design sets none: what grows with what is due, and what was decided
 * again because somebody else was faster.
 */
export type JudgedCost = ActionCost &
  ({ readonly budget: Budget; readonly spent: Amounts; readonly isWithin: boolean } | { readonly budget: null });

type Meant = Budget & { readonly desk: ActionCost['desk']; readonly binds: (cost: ActionCost) => boolean };

const spentOn = ({ operations }: ActionCost, measure: Measure): number =>
  measures[measure].reduce((sum, kind) => sum + (operations[kind] ?? 0), 0);

const named =
  (name: RegExp, when: (cost: ActionCost) => boolean = () => true) =>
  (cost: ActionCost) =>
    name.test(cost.action) && when(cost);
const changes = (cost: ActionCost): boolean => spentOn(cost, 'writes') + (cost.operations['desk.write'] ?? 0) > 0;
const changesNothing = (cost: ActionCost): boolean => !changes(cost);
/** The work item is read again where it changed; promises are looked up then where it opens, is retargeted or reopened. */
const needsPromises = (cost: ActionCost): boolean => changes(cost) && (cost.operations['desk.read'] ?? 0) > 0;

/** Somebody else wrote first, so the app read again and decided anew. */
const isContested = ({ operations }: ActionCost): boolean => (operations['entity.read'] ?? 0) > 1;

const SHOWN = /^panel view$/;
const FORM = /^panel form$/;
const ACT =
  /^(panel (offer|accept|decline|return|withdraw|decide|accept as it is|take back|(offer|take) shift)|list (accept|(offer|take) shift|leave out))$/;
const EVENT = /^(event (onTicket|onConversation|avi:jira:)|schedule (again|said):)/;

const panel = { reads: 2, writes: 0, invocations: 1 };
const act = { reads: 3, writes: 3, invocations: 1, requests: 5 };
/** Opening a ledger may read three records of the agreement more. */
const opening = { ...act, reads: 6 };
/** Freshservice counts calls by the minute, per installation. */
const fewCalls = { entityCalls: 3, keyValueCalls: 2 };

/**
 * The budgets of design §7, the first that binds an action counting. They leave Freshservice's 50 server methods,
 * 50 key-value calls, 250 entity calls and 50 requests a minute to as many people as can be.
 */
const budgets: readonly Meant[] = [
  ...[
    {
      of: 'showing a panel',
      most: { ...panel, entityCalls: 1, keyValueCalls: 1 },
      binds: named(SHOWN, changesNothing),
    },
    { of: 'showing a panel that writes a fact', most: { ...act, ...fewCalls }, binds: named(SHOWN) },
    { of: 'opening the form', most: { ...act, writes: 0, ...fewCalls }, binds: named(FORM) },
    { of: 'an act', most: { ...act, ...fewCalls }, binds: named(ACT, cost => !isContested(cost)) },
    {
      of: 'an event that changes nothing we follow',
      // An event that does not say what changed has to be compared with the ledger, which is a panel's two reads.
      most: { ...panel, entityCalls: 1, keyValueCalls: 1, requests: 0 },
      binds: named(EVENT, changesNothing),
    },
    {
      of: 'an event that becomes a fact',
      most: { ...act, ...fewCalls },
      binds: named(EVENT, cost => !isContested(cost)),
    },
    {
      of: 'a sweep with nothing due',
      // The third operation moves the cursor, once in ten minutes; the second request asks once an hour who works there.
      most: { entityCalls: 1, keyValueCalls: 2, requests: 2 },
      binds: named(/^sweep$/, cost => spentOn(cost, 'entityCalls') <= 1),
    },
  ].map(budget => ({ ...budget, desk: 'freshservice' as const })),
  ...[
    { of: 'showing a panel', most: panel, binds: named(SHOWN, changesNothing) },
    { of: 'showing a panel that writes a fact', most: opening, binds: named(SHOWN) },
    { of: 'the panel’s lozenge', most: panel, binds: named(/^panel status$/) },
    { of: 'opening the form', most: { ...act, writes: 0 }, binds: named(FORM) },
    { of: 'an act', most: act, binds: named(ACT) },
    { of: 'an event that changes nothing we follow', most: panel, binds: named(EVENT, changesNothing) },
    { of: 'an event that needs promises', most: opening, binds: named(EVENT, needsPromises) },
    { of: 'an event that becomes a fact', most: act, binds: named(EVENT) },
    {
      of: 'a sweep, whatever is due',
      most: { reads: 2, writes: 0, requests: 0 },
      binds: named(/^schedule every-/, changesNothing),
    },
    {
      of: 'a sweep that looks what changed',
      // And who still works there, for which it reads the directory.
      most: { reads: 4, writes: 1, requests: 2 },
      binds: named(/^schedule every-/),
    },
    { of: 'something due on one ticket', most: act, binds: named(/^queue due$/) },
    { of: 'looking at a work item that changed', most: { ...opening, requests: 2 }, binds: named(/^queue look$/) },
  ].map(budget => ({ ...budget, desk: 'jira' as const })),
];

/** Puts an action's budget beside what it cost. */
export function judged(cost: ActionCost): JudgedCost {
  const found = budgets.find(({ desk, binds }) => desk === cost.desk && binds(cost));
  if (!found) return { ...cost, budget: null };
  const { of, most } = found;
  const named = Object.keys(most) as Measure[];
  const spent = Object.fromEntries(named.map(measure => [measure, spentOn(cost, measure)]));
  const isWithin = named.every(measure => spentOn(cost, measure) <= (most[measure] ?? Infinity));
  return { ...cost, budget: { of, most }, spent, isWithin };
}
