import type { FactData } from '../escalation';
import { timeText } from './reader';
import { told, type Tell } from './told';

/** What a party may say of an escalation, as it stands on the button. */
export const verdictTexts: Readonly<Record<FactData<'EscalationJudged'>['verdict'], string>> = Object.freeze({
  'should not': 'Should not have been escalated',
  'should have': 'Should have been escalated',
});

/** What people decided beside the rules, and what they think of an escalation, told in a sentence each. */
export const judgementTells: { readonly [T in 'TransfersOverridden' | 'EscalationJudged']: Tell<T> } = {
  TransfersOverridden: (scene, fact) => {
    const until = timeText(scene, fact.data.until);
    const rest = `it be moved without a handoff until ${until}, which the review looks at.`;
    return told(scene, fact, `lets ${rest}`, `A lead lets ${rest}`);
  },
  EscalationJudged: (scene, fact) => {
    const verdict = verdictTexts[fact.data.verdict].toLowerCase();
    return told(scene, fact, `says that it ${verdict}.`, `It was said that it ${verdict}.`);
  },
};
