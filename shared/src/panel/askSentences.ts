import type { FactType } from '../escalation';
import type { AskKind } from '../ticket';
import { askedName } from './askWords';
import { timeText } from './reader';
import { newest, type Scene } from './scene';
import { told, type Tell } from './told';

type AskFact = Extract<FactType, 'Asked' | 'AskAnswered' | 'AskChased' | 'AskWithdrawn' | 'CaseReferred'>;

/** 'asked Contoso Desk for information', and without an actor 'Contoso Desk was asked for information'. */
const verbs: Readonly<Record<AskKind, readonly [active: (whom: string, ticket: string) => string, passive: string]>> = {
  information: [whom => `asked ${whom} for information`, 'was asked for information'],
  approval: [whom => `asked ${whom} for approval`, 'was asked for approval'],
  access: [whom => `asked ${whom} for access`, 'was asked for access'],
  'vendor case': [whom => `logged a case with ${whom}`, 'got a case'],
  child: [(whom, ticket) => `gave a child ${ticket} to ${whom}`, 'got one to work on beside it'],
  escalate: [whom => `asked ${whom} to join`, 'was asked to join'],
  raise: [whom => `raised it to ${whom}`, 'was told of it'],
};

const asked: Tell<'Asked'> = (scene, fact) => {
  const { kind, of, isBlocking, answerBy } = fact.data;
  const whom = askedName(scene, of);
  const [active, passive] = verbs[kind];
  const rest = `, by ${timeText(scene, answerBy)}${isBlocking ? '; it cannot go on without' : ''}.`;
  return told(scene, fact, `${active(whom, scene.words.ticket)}${rest}`, `${whom} ${passive}${rest}`);
};

/** The Ask that a later fact is about, where the facts at hand reach back to it. */
const askOf = (scene: Scene, id: string) => newest(scene, 'Asked', ({ data }) => data.ask === id)?.data;

const whomOf = (scene: Scene, id: string): string => {
  const ask = askOf(scene, id);
  return ask ? askedName(scene, ask.of) : 'whoever was asked';
};

const answered: Tell<'AskAnswered'> = (scene, fact) => {
  const { kind } = askOf(scene, fact.data.ask) ?? {};
  if (kind === 'escalate') return told(scene, fact, 'joined.', 'Help joined.');
  if (kind === 'raise') return told(scene, fact, 'acknowledged it.', 'It was acknowledged.');
  const whom = whomOf(scene, fact.data.ask);
  if (fact.by.assurance !== 'attested') return told(scene, fact, 'answered.', `${whom} answered.`);
  return told(scene, fact, `recorded the answer of ${whom}.`, `${whom} answered.`);
};

/** What was asked of somebody while custody stayed, and what came of it. */
export const askTells: { readonly [T in AskFact]: Tell<T> } = {
  Asked: asked,
  AskAnswered: answered,
  AskChased: (scene, fact) => {
    const whom = whomOf(scene, fact.data.ask);
    return told(scene, fact, `asked ${whom} again.`, `${whom} was asked again.`);
  },
  AskWithdrawn: (scene, fact) => {
    const whom = whomOf(scene, fact.data.ask);
    const { because } = fact.data;
    if (because !== 'asker') return `Nothing is asked of ${whom} any more, because it was ${because}.`;
    return told(scene, fact, `no longer asks ${whom}.`, `${whom} is no longer asked.`);
  },
  CaseReferred: (scene, fact) => {
    const whom = whomOf(scene, fact.data.ask);
    return told(scene, fact, `noted the case number of ${whom}.`, `The case number of ${whom} is known.`);
  },
};
