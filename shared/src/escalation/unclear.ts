import { otherParty, type HoldingParty } from '../agreement';
import { dueAfter, MINUTE } from '../time';
import { isCommanded } from './command';
import { custodian } from './custody';
import type { FactData, FactOf } from './events';
import { resolveHours } from './hours';
import { openAsks, ownerOf } from './openAsks';
import { openTransfer } from './openTransfer';
import type { Open } from './state';
import { claimDueAt, unclaimedSince } from './targets';

/** A stretch in which nobody clearly has it: why, by which name it is said once, and since when (epoch ms). */
export type Unclear = Pick<FactData<'OwnershipUnclear'>, 'because' | 'of' | 'since'>;

/** From one millisecond more than this on the customer's service hours it is an incident (rules §9). */
const BEARABLE = 15 * MINUTE;

/** So many names of stretches are kept. */
const KEPT = 20;

/** When a stretch has lasted too long, epoch ms. */
export const unclearAt = ({ terms }: Open, since: number): number => dueAfter(resolveHours(terms), since, BEARABLE + 1);

/** Whether it was said of a stretch. */
export const isSaid = ({ unclear: said = [] }: Open, { of }: Unclear): boolean => said.includes(of);

function astray(state: Open): Unclear[] {
  const transfer = openTransfer(state);
  return transfer ? [{ because: 'no handoff', of: `no handoff ${transfer.id}`, since: transfer.at }] : [];
}

function untaken(state: Open): Unclear[] {
  if (state.status !== 'held' || custodian(state).person !== undefined || openTransfer(state)) return [];
  const last = state.custody.length - 1;
  return [{ because: 'unclaimed', of: `unclaimed ${unclaimedSince(state, last)}`, since: claimDueAt(state, last) }];
}

/** Which party is waited for by the other one, and since when: by a blocking Ask, or by the desk's status. */
function waits(state: Open): readonly { readonly on: HoldingParty; readonly at: number }[] {
  const asked = openAsks(state).flatMap(ask => {
    const { of, isBlocking, handoff, at } = ask;
    if (of.party === 'vendor' || !isBlocking || handoff !== undefined) return [];
    return ownerOf(state, ask) === of.party ? [] : [{ on: of.party, at }];
  });
  const { uncounted: on, uncountedSince: at } = state;
  return (on === 'msp' || on === 'client') && at !== undefined ? [...asked, { on, at }] : asked;
}

const firstOn = (state: Open, party: HoldingParty): number =>
  Math.min(Infinity, ...waits(state).flatMap(({ on, at }) => (on === party ? [at] : [])));

/** Each party waits for the other: nobody goes on. */
function deadlock(state: Open): Unclear[] {
  const { party } = custodian(state);
  const since = Math.max(firstOn(state, party), firstOn(state, otherParty(party)));
  return since === Infinity ? [] : [{ because: 'both wait', of: `both wait ${since}`, since }];
}

/** Stretches in which nobody clearly has it now, as the ledger alone tells, that nobody was told of yet. */
export function unclearNow(state: Open): readonly Unclear[] {
  const isWorked = state.status === 'held' || state.status === 'offered';
  if (!isWorked || isCommanded(state) || state.terms.warnings === undefined) return [];
  return [...astray(state), ...untaken(state), ...deadlock(state)].filter(one => !isSaid(state, one));
}

/** It was said. */
export const unclear = (state: Open, { data: { of } }: FactOf<'OwnershipUnclear'>): Open => ({
  ...state,
  unclear: [...(state.unclear ?? []), of].slice(-KEPT),
});
