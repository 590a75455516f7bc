import type { ActionView, ActName } from '../../src/panel/view';
import type { PanelAsk } from '../bridge';
import { sentFields } from './formFields';
import { askFieldsSent } from './askFields';
import type { Face, Problem } from './panelState';

/** An act as pressed, before it has a name of its own. */
export type Press = PanelAsk extends infer Ask
  ? Ask extends { readonly actId: string }
    ? Omit<Ask, 'actId'>
    : never
  : never;

type ErasureReason = Extract<Press, { type: 'erase' }>['because'];

const atOnce: Readonly<Partial<Record<ActName, Press>>> = {
  accept: { type: 'accept' },
  withdraw: { type: 'withdraw' },
  hold: { type: 'hold' },
  'declare major': { type: 'declare major' },
  'take command': { type: 'take command' },
  mitigated: { type: 'mitigated' },
  'decide for msp': { type: 'decide', party: 'msp' },
  'decide for client': { type: 'decide', party: 'client' },
};

/** Presses that name nothing on the screen, or name it themselves. */
const itself: ReadonlySet<Press['type']> = new Set([
  'offer',
  'decide',
  'hold',
  'dispute hold',
  'erase',
  'ask',
  'judge',
  'answer ask',
  'chase',
  'withdraw ask',
  'refer',
  'declare major',
  'take command',
  'open bridge',
  'mitigated',
  'take shift',
  'approve override',
  'refuse override',
] as const);

/** The press on the offer or move that is on the screen, where there is one. */
function about(press: Press, { handoff, transfer }: ActionView): Press {
  if (itself.has(press.type)) return press;
  return {
    ...press,
    ...(handoff === undefined ? {} : { handoff }),
    ...(transfer === undefined ? {} : { transfer }),
  } as Press;
}

const asItIs = ({ chooses }: ActionView): Press => ({
  type: 'accept as it is',
  reason: (chooses?.value ?? 'other') as Extract<PanelAsk, { type: 'accept as it is' }>['reason'],
});

/** What is pressed on an Ask and needs no word. */
function onAsk({ act, ask = '' }: ActionView): Press | undefined {
  if (act === 'join' || act === 'acknowledge') return { type: 'answer ask', ask, answer: '' };
  return act === 'chase' || act === 'withdraw ask' ? { type: act, ask } : undefined;
}

/** What is pressed on an exception and needs no word. */
function onOverride({ act, override = '' }: ActionView): Press | undefined {
  if (act === 'approve') return { type: 'approve override', override };
  return act === 'end override' ? { type: 'refuse override', override, why: '' } : undefined;
}

/** What is pressed on something that is asked and needs no word. */
const onAsked = (action: ActionView): Press | undefined => onAsk(action) ?? onOverride(action);

function chosen(action: ActionView): Press | undefined {
  if (action.verdict) return { type: 'judge', verdict: action.verdict };
  if (action.act === 'accept as it is') return asItIs(action);
  if (action.act === 'accept' && action.chooses) return { type: 'accept', team: action.chooses.value };
  if (action.shift !== undefined) return { type: 'take shift', shift: action.shift, isAlone: true };
  return action.since === undefined ? onAsked(action) : { type: 'dispute hold', since: action.since };
}

/** What pressing an act that needs nothing more sends; the others open a form or a field. */
export function pressOf(action: ActionView): Press | undefined {
  const press = chosen(action) ?? atOnce[action.act];
  return press && about(press, action);
}

/** What the button under a form or a field sends. */
export function pressOfFace(face: Face): Press | undefined {
  if (face.name === 'form') return { type: 'offer', fields: sentFields(face.form, face.fields) };
  if (face.name === 'ask') return { type: 'ask', verb: face.form.verb, fields: askFieldsSent(face.form, face.fields) };
  return face.name === 'answer' ? about(answerOf(face), face.action) : undefined;
}

/** A word about an Ask or an exception, or about what is offered. */
function wordOf({ act, ask = '', override = '' }: ActionView, text: string): Press | undefined {
  const words: Readonly<Partial<Record<ActName, Press>>> = {
    refuse: { type: 'refuse override', override, why: text },
    'answer ask': { type: 'answer ask', ask, answer: text },
    reclassify: { type: 'reclassify', as: text },
    refer: { type: 'refer', ask, reference: text },
    'open bridge': { type: 'open bridge', bridge: text },
    'need info': { type: 'need info', question: text },
  };
  return words[act];
}

function answerOf({ action, text, code }: Extract<Face, { name: 'answer' }>): Press {
  const word = wordOf(action, text);
  if (word) return word;
  if (action.fact !== undefined) return { type: 'erase', fact: action.fact, because: text as ErasureReason };
  if (action.act === 'accept later') return { type: 'accept', deadline: text };
  if (action.act === 'take back') return { type: 'take back', why: text };
  if (action.act === 'decline') return { type: 'decline', code, why: text };
  return { type: 'return', guidance: text };
}

/** The press with its name: the old one where this very press got no answer before, so that it counts once. */
export function named(press: Press, problem: Problem | undefined, newId: () => string): PanelAsk {
  const lost = problem?.kind === 'unreachable' ? problem.lost : undefined;
  return lost && isSame(press, lost) ? lost : ({ ...press, actId: newId() } as PanelAsk);
}

function isSame(press: Press, lost: PanelAsk): boolean {
  const { actId, ...content } = { actId: '', ...lost };
  return actId !== '' && JSON.stringify(content) === JSON.stringify(press);
}
