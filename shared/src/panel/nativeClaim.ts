import type { Offered } from '../escalation';
import { actionsFor } from './actions';
import type { Scene } from './scene';
import type { PanelView } from './view';
import { wordsOf } from './wording';

function claimOf({ directory, person }: Scene, { offer }: Offered): PanelView['nativeClaim'] {
  const agent = person === undefined ? undefined : directory.people[person]?.freshservice;
  const group = directory.teams[offer.to.team]?.freshserviceGroups[0];
  return agent === undefined ? undefined : { agent, ...(group === undefined ? {} : { group }) };
}

/**
 * What the person's own page sets in Freshservice before Accept is sent, so that the desk's history names them
 * (rules §4.4). Absent where they cannot accept, are no agent there, or the desk has no such page.
 */
export function nativeClaim(scene: Scene): Pick<PanelView, 'nativeClaim'> {
  if (scene.words !== wordsOf('freshservice') || scene.state.status !== 'offered') return {};
  const claim = claimOf(scene, scene.state);
  return claim && actionsFor(scene).some(({ act }) => act === 'accept') ? { nativeClaim: claim } : {};
}
