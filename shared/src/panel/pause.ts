import { crossingTo, otherParty, type WaitedFor } from '../agreement';
import { clockOf } from '../clock';
import { openAsks, presentHold, voidAt } from '../escalation';
import { whomOf } from './askFor';
import { timeText } from './reader';
import { waitedName, type Scene } from './scene';
import type { ActionView } from './view';

/** Until when (epoch ms) a pause waits for its holder to confirm it; undefined where none does. */
export function unconfirmedUntil({ state }: Scene): number | undefined {
  const clock = clockOf(state.marks);
  return clock.status === 'paused' && clock.isProvisional ? voidAt(state) : undefined;
}

/** Whether the desk's status waits for the customer, which pauses nothing unless the holder says so. */
const isUncounted = ({ state }: Scene): boolean => state.uncounted === 'customer';

/** Whether the viewer's side has it and may say who is waited for. */
export const isAskedToConfirm = (scene: Scene): boolean =>
  scene.party === scene.holder.party && unconfirmedUntil(scene) !== undefined;

/** What the holder is asked while a pause is not confirmed. */
export const confirmWords = (scene: Scene): { readonly title: string; readonly detail: string } => ({
  title: 'Are you waiting for the customer?',
  detail: `say so by ${timeText(scene, unconfirmedUntil(scene) ?? scene.now)}, or the clock has run on all the time`,
});

const confirm: ActionView = { act: 'hold', label: 'Yes, we wait for the customer', emphasis: 'primary' };
const pause: ActionView = { act: 'hold', label: 'We wait for the customer', emphasis: 'subtle' };

/** Whom the desk's status waits for, as the short form names them: the first of the vendors, or the team that offers go to. */
function awaited({ state, holder, directory }: Scene, whom: WaitedFor): string | undefined {
  if (whom === 'customer' || whom === holder.party) return undefined;
  if (whom !== 'vendor') return whomOf({ party: whom, team: state.terms.boundaries[crossingTo(whom)].receiver });
  const [vendor] = Object.keys(directory.vendors ?? {});
  return vendor === undefined ? undefined : whomOf({ party: 'vendor', vendor });
}

/** Waiting for the other party or a vendor is an Ask (rules §5.6): offered in place of a pause, until they are asked. */
function askThem(scene: Scene): ActionView[] {
  const { state, party, holder } = scene;
  const { uncounted } = state;
  if (uncounted === undefined || state.status !== 'held' || party !== holder.party) return [];
  const whom = awaited(scene, uncounted);
  const isAsked = openAsks(state).some(({ of }) => of.party === uncounted);
  if (whom === undefined || isAsked) return [];
  const label = `Ask ${waitedName(scene, uncounted)}`;
  return [{ act: 'ask', label, emphasis: 'primary', fills: { whom, blocking: 'yes' } }];
}

function dispute({ state, party }: Scene): ActionView[] {
  const hold = presentHold(state);
  if (!hold || hold.isDisputed || party !== otherParty(hold.party)) return [];
  return [{ act: 'dispute hold', label: 'We were not waiting', emphasis: 'subtle', since: hold.since }];
}

const calmer = (action: ActionView): ActionView =>
  action.emphasis === 'primary' ? { ...action, emphasis: 'default' } : action;

/** What may be pressed, with what a pause adds: its confirmation first, all else after. */
export function withPause(scene: Scene, actions: readonly ActionView[]): readonly ActionView[] {
  if (isAskedToConfirm(scene)) return [confirm, ...actions.map(calmer)];
  const [ask] = askThem(scene);
  if (ask) return [ask, ...actions.map(calmer), ...dispute(scene)];
  const mine = scene.party === scene.holder.party && isUncounted(scene) ? [pause] : [];
  return [...actions, ...mine, ...dispute(scene)];
}
