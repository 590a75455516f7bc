import { freeze, frozenBaselines, type FrozenBaseline } from './baselines';
import type { Baseline } from './baselineShape';
import type { SettingsAnswer } from './protocol';
import type { SettingsRefusal } from './settingsView';
import type { Sitting } from './settingsDesk';

const noLead: SettingsRefusal = {
  ...{ ok: false, code: 'not-allowed', sentence: 'A baseline is frozen by a lead of either party.' },
  remedy: 'Save the report and ask your lead to freeze it.',
};

const named = ({ roles }: Sitting, frozen: readonly FrozenBaseline[]): SettingsAnswer => ({
  ok: true,
  baselines: frozen.map(baseline => ({
    ...baseline,
    name: roles?.people[baseline.by.person]?.name ?? baseline.by.person,
  })),
});

/** What was frozen of the time before Baton, newest first. @throws DeskError */
export const answerBaselines = async (sitting: Sitting): Promise<SettingsAnswer> =>
  named(sitting, await frozenBaselines(sitting.desk.baselines));

/** Keeps a baseline beside the earlier ones, for a lead of either party. @throws DeskError */
export async function answerFreeze(sitting: Sitting, baseline: Baseline): Promise<SettingsAnswer> {
  const { desk, viewer } = sitting;
  if (!viewer.signer || !viewer.may.freeze) return noLead;
  const assurance = desk.confirm ? 'claimed' : 'platform';
  return named(sitting, await freeze(desk.baselines, { ...baseline, at: desk.now, by: viewer.signer, assurance }));
}
