import type { SettingsAct, SettingsView, VersionView } from '../../../src/settings';

/** Something that can be done with a version. */
export interface VersionAct {
  readonly type: Exclude<SettingsAct['type'], 'draft'>;
  readonly label: string;
  readonly emphasis: 'primary' | 'default' | 'subtle';
  /** Whether it changes what counts, so that it is asked what open escalations do. */
  readonly isEnforcing: boolean;
}

const act = (
  type: VersionAct['type'],
  label: string,
  emphasis: VersionAct['emphasis'] = 'default',
  isEnforcing = false,
): VersionAct => ({ type, label, emphasis, isEnforcing });

const adopt = act('adopt', 'Put in force', 'primary');
const propose = act('propose', 'Propose', 'primary');
const approve = act('approve', 'Approve', 'primary');
const sendBack = act('send back', 'Send back');
const activate = act('activate', 'Make it count', 'primary', true);
const rollBack = act('roll back', 'Roll back to it', 'default', true);
const moveOpen = act('move open', 'Move what is open to it');

type Condition = (view: SettingsView, version: VersionView) => boolean;

const hasSigned: Condition = ({ viewer: { signer } }, { approvals }) =>
  approvals.some(({ party, person }) => party === signer?.party || person === signer?.person);

/** Something may still be open under an earlier version, and nobody has moved it. */
const hasOlder: Condition = ({ viewer, versions, moving }) =>
  viewer.may['roll back'] && moving === undefined && versions.some(({ stage }) => stage === 'retired');

/** What each takes; the server decides again. */
const offered: readonly (readonly [VersionAct, readonly VersionView['stage'][], Condition])[] = [
  [adopt, ['draft', 'proposed'], ({ viewer }) => viewer.isBeginning],
  [propose, ['draft'], ({ viewer }) => viewer.may.draft],
  [approve, ['proposed'], (view, version) => view.viewer.may.approve && !hasSigned(view, version)],
  [sendBack, ['proposed'], ({ viewer }) => viewer.may.draft],
  [activate, ['approved'], ({ viewer, now }, { from }) => viewer.may.approve && !(from !== undefined && from > now)],
  [moveOpen, ['active'], hasOlder],
  [rollBack, ['retired'], ({ viewer }) => viewer.may['roll back']],
];

/** What this person can do with a version as it stands. */
export const actsOn = (view: SettingsView, version: VersionView): readonly VersionAct[] =>
  offered.filter(([, stages, isMet]) => stages.includes(version.stage) && isMet(view, version)).map(([each]) => each);
