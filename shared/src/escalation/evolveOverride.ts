import type { FactOf } from './events';
import { byLead, type Override, type OverrideEnd } from './override';
import type { Open } from './state';

/** What is there of these: nothing in a state is undefined. */
const known = <T extends object>(all: T) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const changed = (state: Open, id: string, change: (override: Override) => Override): Open => ({
  ...state,
  overrides: (state.overrides ?? []).map(override => (override.id === id ? change(override) : override)),
});

const added = (state: Open, override: Override): Open => ({
  ...state,
  overrides: [...(state.overrides ?? []), override],
});

/** A lead lets it be moved without a handoff, as ledgers of old have it: its end is no fact there. */
const overridden = (state: Open, { at, seq, texts = {}, data: { until } }: FactOf<'TransfersOverridden'>): Open =>
  added(state, { ...byLead({ from: at, until }), id: `o${seq}`, texts });

/** The deadline that was promised is a later one from now on. */
function deferred(state: Open, { kind, until }: Override): Open {
  if (kind !== 'deadline' || !state.promised) return state;
  const { deadline, before = deadline } = state.promised;
  return { ...state, promised: { ...state.promised, deadline: until, before } };
}

/** What was put off while nobody had agreed to it yet is due when it was. */
function restored(state: Open, { kind, until, isGiven }: Override): Open {
  const { promised } = state;
  if (kind !== 'deadline' || isGiven || promised?.before === undefined || promised.deadline !== until) return state;
  const { before, ...rest } = promised;
  return { ...state, promised: { ...rest, deadline: before } };
}

/** It is asked for; what need not wait counts at once. */
function overrideAsked(state: Open, { at, by, data, texts = {} }: FactOf<'OverrideAsked'>): Open {
  const { override: id, kind, until, isBlocking, owed, isAny, decide, amount, flag } = data;
  const override: Override = {
    ...{ id, at, kind, until, isBlocking, owed, decide, approvals: [], texts },
    ...known({ isAny, amount, flag, by: by.person, from: isBlocking ? undefined : at }),
  };
  const next = added(state, override);
  return override.isBlocking ? next : deferred(next, override);
}

/** It counts once nothing is missing. */
function overrideApproved(state: Open, { at, by, data }: FactOf<'OverrideApproved'>): Open {
  const approval = { party: data.for, ...known({ person: data.recorded?.person ?? by.person }) };
  const override = state.overrides?.find(({ id }) => id === data.override);
  const next = changed(state, data.override, one => ({
    ...one,
    approvals: [...one.approvals, approval],
    ...(data.isGiven ? { isGiven: true as const, from: one.from ?? at } : {}),
  }));
  return override && data.isGiven && override.isBlocking ? deferred(next, override) : next;
}

function over(state: Open, id: string, at: number, ended: OverrideEnd): Open {
  const override = state.overrides?.find(one => one.id === id);
  const next = changed(state, id, one => ({ ...one, endedAt: Math.max(one.at, at), ended }));
  return override ? restored(next, override) : next;
}

const overrideRefused = (state: Open, { at, data }: FactOf<'OverrideRefused'>): Open =>
  over(state, data.override, at, data.how);

const overrideExpired = (state: Open, { at, data }: FactOf<'OverrideExpired'>): Open =>
  over(state, data.override, at, 'expired');

const overrideUsed = (state: Open, { data }: FactOf<'OverrideUsed'>): Open =>
  changed(state, data.override, one => ({ ...one, isUsed: true }));

/** How each fact of an override changes the state. */
export const overrideEvolvers = {
  TransfersOverridden: overridden,
  OverrideAsked: overrideAsked,
  OverrideApproved: overrideApproved,
  OverrideRefused: overrideRefused,
  OverrideExpired: overrideExpired,
  OverrideUsed: overrideUsed,
} as const;
