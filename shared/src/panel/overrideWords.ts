import type { ExceptionKind } from '../agreement';
import {
  approvalCode,
  approvalText,
  approvesFor,
  missingApprovals,
  openOverrides,
  ruleFor,
  type Override,
} from '../escalation';
import { mayAct, partyName, personName } from './reader';
import type { Scene } from './scene';
import { listText, wordsOf } from './wording';

/** What each exception lets pass. */
export const overrideKinds: Readonly<Record<ExceptionKind, string>> = Object.freeze({
  transfer: 'move without a handoff',
  deadline: 'later deadline',
  tier: 'skip a tier',
});

/** Whether this viewer may decide about it. */
export function mayApprove(scene: Scene, { kind }: Override): boolean {
  const rule = ruleFor(scene.state, kind);
  return rule !== undefined && mayAct(scene) && approvesFor(scene.directory, rule, scene.person) !== undefined;
}

/** Whether this viewer's approval is one of those that are missing. */
export const isAwaited = (scene: Scene, override: Override): boolean =>
  mayApprove(scene, override) && missingApprovals(override).some(({ party }) => party === scene.party);

/** What waits for this viewer's approval, oldest first. */
export const toApprove = (scene: Scene): readonly Override[] =>
  openOverrides(scene.state).filter(override => isAwaited(scene, override));

/** 'Grace Kim', 'Grace Kim and Carla Reis', 'Grace Kim or Carla Reis' where one is enough. */
export function awaitedText(scene: Scene, override: Override): string {
  const names = missingApprovals(override).map(({ party, person }) =>
    person === undefined ? partyName(scene, party) : personName(scene, person),
  );
  return override.isAny ? names.join(' or ') : listText(names);
}

/** Where the desk does not vouch for who presses: what an approver writes instead (rules §4.4). */
export const toWrite = (scene: Scene, override: Override): string | undefined =>
  scene.words === wordsOf('freshservice') ? approvalText(approvalCode(scene.state, override)) : undefined;
