import { openTransfer } from '../escalation';
import { actionsFor } from './actions';
import type { Scene } from './scene';
import type { PanelView } from './view';
import { wordsOf } from './wording';

/** Where the ticket would lie once this person takes it: the offer's team, or the one it was moved to without one. */
const teamToTake = ({ state }: Scene): string | undefined =>
  state.status === 'offered' ? state.offer.to.team : openTransfer(state)?.to.team;

const agentOf = ({ directory, person }: Scene): string | undefined =>
  person === undefined ? undefined : directory.people[person]?.freshservice;

/** Whoever accepts for a team takes nothing themself. */
const isTaking = (scene: Scene): boolean =>
  actionsFor(scene).some(({ act, chooses }) => (act === 'accept' && !chooses) || act === 'accept as it is');

/**
 * What the person's own page sets in Freshservice before it is accepted there, so that the desk's history names them
 * (rules §4.4). Absent where they cannot accept, are no agent there, or the desk has no such page.
 */
export function nativeClaim(scene: Scene): Pick<PanelView, 'nativeClaim'> {
  const agent = agentOf(scene);
  if (scene.words !== wordsOf('freshservice') || agent === undefined || !isTaking(scene)) return {};
  const group = scene.directory.teams[teamToTake(scene) ?? '']?.freshserviceGroups[0];
  return { nativeClaim: { agent, ...(group === undefined ? {} : { group }) } };
}
