import { instant, type Happening, type Step } from './story';

type Ask = Extract<Happening, { type: 'AskFor' }>;

/** Somebody asks Northwind's network team a question without which it cannot go on, unless said otherwise. */
export const asks = (at: string, who: string, more: Partial<Omit<Ask, 'type'>> = {}): Step => [
  at,
  who,
  {
    type: 'AskFor',
    kind: 'information',
    of: { party: 'msp', team: 'northwind-network' },
    question: 'Which VLAN is db-2 in?',
    isBlocking: true,
    ...more,
  },
];
/** Help is asked for: it stays where it is. */
export const escalates = (at: string, who: string, team: 'northwind-network' | 'contoso-infra'): Step =>
  asks(at, who, {
    kind: 'escalate',
    of: { party: team === 'contoso-infra' ? 'client' : 'msp', team },
    question: 'Somebody who knows the array should look at this',
    isBlocking: false,
  });
/** A lead is told. */
export const raises = (at: string, who: string, lead: 'grace' | 'carla'): Step =>
  asks(at, who, {
    kind: 'raise',
    of: { party: lead === 'carla' ? 'client' : 'msp', person: lead },
    question: 'Payroll runs tonight and this is still open',
    isBlocking: false,
  });
export const answersAsk = (at: string, who: string, ask = 'a1', answer = 'VLAN 42'): Step => [
  at,
  who,
  { type: 'AnswerAsk', ask, answer },
];
/** Joining, or acknowledging: one press. */
export const joins = (at: string, who: string, ask = 'a1'): Step => answersAsk(at, who, ask, '');
export const chases = (at: string, who: string, ask = 'a1'): Step => [at, who, { type: 'ChaseAsk', ask }];
export const withdrawsAsk = (at: string, who: string, ask = 'a1'): Step => [at, who, { type: 'WithdrawAsk', ask }];
/** The receiver of an offer has to know more first. */
export const needsInfo = (at: string, who: string, question = 'Which array is it on?'): Step => [
  at,
  who,
  { type: 'NeedInfo', question },
];
/** A deadline of an Ask. */
export const until = (text: string): { readonly deadline: number } => ({ deadline: instant(text) });
