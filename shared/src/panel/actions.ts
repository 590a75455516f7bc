import { crossingTo } from '../agreement';
import {
  isAwaitingInfo,
  isCommanded,
  isReturnRefused,
  openTransfer,
  stalemateDeciders,
  type Held,
  type Offered,
  type Open,
  type Stalemate,
  type Transfer,
} from '../escalation';
import { localText } from '../time';
import { isInTeam, mayAnswer } from './condition';
import { commandActions } from './majorView';
import { withPause } from './pause';
import { mayAct, partyName } from './reader';
import type { Scene } from './scene';
import { withShift } from './shiftSentences';
import { recordActions } from './recordForm';
import { sortingActions } from './triageActions';
import type { ActionView } from './view';

const guidance = { field: 'guidance', label: 'Guidance', hint: 'What has to be done first, in one sentence' } as const;
const why = { field: 'why', label: 'Why', hint: 'Why it is not yours, in one sentence' } as const;

const handOff = (emphasis: ActionView['emphasis']): ActionView => ({ act: 'offer', label: 'Hand off', emphasis });
const needInfo: ActionView = {
  act: 'need info',
  label: 'Need info',
  emphasis: 'default',
  asks: { field: 'question', label: 'What do you need to know?', hint: 'Your time to answer stands still until then' },
};
const accept: ActionView = { act: 'accept', label: 'Accept', emphasis: 'primary' };
const decline: ActionView = { act: 'decline', label: 'Decline', emphasis: 'subtle', asks: why };
const withdraw: ActionView = { act: 'withdraw', label: 'Withdraw', emphasis: 'default' };
const giveBack: ActionView = { act: 'return', label: 'Return with guidance', emphasis: 'default', asks: guidance };

/** Later than asked, still before the ticket is due (rules §3.3); the field starts with what was asked. */
const acceptLater = ({ zone }: Scene, { offer }: Offered): ActionView => ({
  act: 'accept later',
  label: 'Take it by another time',
  emphasis: 'subtle',
  asks: {
    field: 'deadline',
    label: 'Deadline',
    hint: 'YYYY-MM-DD HH:mm, in your time. They are told.',
    value: localText(offer.deadline, zone),
  },
});

/** Custody came by an accepted handoff from the other party, which can have it back (rules §3.4). */
const isReturnable = ({ offers, promised }: Held, { party }: Scene['holder']): boolean =>
  offers.some(({ handoff, crossing }) => handoff === promised?.handoff && crossing === crossingTo(party));

const asItIs: ActionView = {
  act: 'accept as it is',
  label: 'Accept as it is',
  emphasis: 'primary',
  chooses: {
    label: 'Because',
    value: 'urgent',
    choices: [
      { value: 'urgent', label: 'it cannot wait' },
      { value: 'clear', label: 'it is clear what to do' },
      { value: 'ours', label: 'it is ours anyway' },
      { value: 'other', label: 'something else' },
    ],
  },
};
const takeBack: ActionView = {
  act: 'take back',
  label: 'Take it back',
  emphasis: 'default',
  asks: { field: 'why', label: 'Why', hint: 'Why it comes back to you, in one sentence' },
};
const complete: ActionView = { act: 'offer', label: 'Complete handoff', emphasis: 'primary' };

/** How a move without a handoff is put right: by the giver, or by the party it went to (rules §3.8). */
function repairs(scene: Scene, { id, to }: Transfer): ActionView[] {
  const { party, holder } = scene;
  const isInside = to.party === holder.party;
  const isReceiver = isInside ? isInTeam(scene, to) : party === to.party;
  const ways = isReceiver ? [asItIs, giveBack] : party === holder.party ? [complete, takeBack] : [];
  return ways.map(action => ({ ...action, transfer: id }));
}

function whileHeld(scene: Scene, state: Held): ActionView[] {
  if (isCommanded(state)) return commandActions(scene);
  const { party, holder } = scene;
  const transfer = openTransfer(state);
  if (transfer) return repairs(scene, transfer);
  if (party !== holder.party) return [];
  const isPromised = state.promised !== undefined && holder.person !== undefined;
  return [handOff(isPromised ? 'default' : 'primary'), ...(isReturnable(state, holder) ? [giveBack] : [])];
}

function openTo(scene: Scene, state: Offered): ActionView[] {
  if (!mayAnswer(scene, state)) {
    return scene.party === scene.holder.party ? [...recordActions(scene, state), withdraw] : [];
  }
  if (state.offer.triage !== undefined) return [...sortingActions(scene, state), giveBack, decline];
  const taking = acceptLater(scene, state);
  const known = isAwaitingInfo(state) ? [] : [needInfo];
  return isReturnRefused(state, state.offer.returns)
    ? [accept, ...known, taking]
    : [accept, ...known, giveBack, decline, taking];
}

const whileOffered = (scene: Scene, state: Offered): ActionView[] =>
  openTo(scene, state).map(action => ({ ...action, handoff: state.offer.handoff }));

/** Whether the viewer may end a stalemate. */
export const mayDecide = ({ directory, person }: Scene, state: Stalemate): boolean =>
  person !== undefined && stalemateDeciders(directory, state).includes(person);

function whileUndecided(scene: Scene, state: Stalemate): ActionView[] {
  if (!mayDecide(scene, state)) return [];
  return [
    { act: 'decide for msp', label: `${partyName(scene, 'msp')} takes it`, emphasis: 'default' },
    { act: 'decide for client', label: `${partyName(scene, 'client')} takes it`, emphasis: 'default' },
  ];
}

function inStatus(scene: Scene, state: Open): ActionView[] {
  switch (state.status) {
    case 'held':
      return whileHeld(scene, state);
    case 'offered':
      return whileOffered(scene, state);
    case 'stalemate':
      return whileUndecided(scene, state);
    case 'resolved':
    case 'gone':
      return [];
  }
}

/** What the rules let this viewer press now, most likely first. */
export const actionsFor = (scene: Scene): readonly ActionView[] =>
  mayAct(scene) ? withShift(scene, withPause(scene, inStatus(scene, scene.state))) : [];
