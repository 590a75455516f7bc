import type { FactData } from '../escalation';
import { told, type Tell } from './told';

/** What a party may say of an escalation, as it stands on the button. */
export const verdictTexts: Readonly<Record<FactData<'EscalationJudged'>['verdict'], string>> = Object.freeze({
  'should not': 'Should not have been escalated',
  'should have': 'Should have been escalated',
});

/** What people think of an escalation, told in a sentence. */
export const judgementTells: { readonly EscalationJudged: Tell<'EscalationJudged'> } = {
  EscalationJudged: (scene, fact) => {
    const verdict = verdictTexts[fact.data.verdict].toLowerCase();
    return told(scene, fact, `says that it ${verdict}.`, `It was said that it ${verdict}.`);
  },
};
