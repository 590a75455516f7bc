import type { SettingsAnswer, Signer } from '@baton/shared';
import { storyCast } from '../cast';
import { workbenchAgreement } from '../workbenchAgreement';

const grace: Signer = { person: 'grace', party: 'msp' };
const carla: Signer = { person: 'carla', party: 'client' };
const since = Date.parse('2025-11-03T08:00:00Z');
const document = { ...workbenchAgreement(storyCast), version: 2 };

/** The sample that the settings are looked at on: one version in force, the next one a draft of the provider's lead. */
export const settings: SettingsAnswer = {
  ok: true,
  view: {
    desk: 'jira',
    now: Date.parse('2025-11-28T10:00:00Z'),
    timeZone: 'Europe/Madrid',
    viewer: {
      name: 'Grace Park',
      signer: grace,
      isAdmin: false,
      isBeginning: false,
      may: { read: true, draft: true, approve: true, 'roll back': true, audit: true, freeze: true },
    },
    revision: 6,
    versions: [
      { number: 2, stage: 'draft', content: 'two', draftedBy: grace, approvals: [] },
      {
        ...{ number: 1, stage: 'active', content: 'one', draftedBy: carla, approvals: [carla, grace] },
        ...{ from: since, open: 'keep' },
      },
    ],
    names: Object.fromEntries(storyCast.people.map(({ id, name }) => [id, name])),
  },
  text: { version: 2, document },
};
