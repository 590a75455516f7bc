import { packetLabels, type PacketField } from '../agreement';
import type { Fact } from '../escalation';
import { MINUTE } from '../time';
import { isoText, shortClock } from './clockText';
import { eraseAction, isErasable } from './eraseText';
import { personName } from './reader';
import { lostText, textOf, type Scene } from './scene';
import { sentenceOf } from './sentences';
import type { TimelineEntry } from './view';
import { joined } from './wording';

/** The texts worth reading in a list, and how they are introduced; the whole packet stands above. */
const shown: Readonly<Record<string, string>> = Object.freeze({
  why: '',
  guidance: '',
  summary: '',
  link: 'Details: ',
  who: 'By ',
  question: '',
  message: '',
  answer: '',
  via: 'It came by: ',
  reference: 'Number: ',
  nextAction: `${packetLabels.nextAction}: `,
  diagnosis: `${packetLabels.diagnosis}: `,
});

function labelOf({ state }: Scene, fact: Fact, name: string): string {
  if (fact.type !== 'HandoffOffered') return shown[name] ?? '';
  if (fact.data.returns !== undefined) return '';
  const own = state.terms.boundaries[fact.data.crossing].packet.labels[name as PacketField];
  return own === undefined ? (shown[name] ?? '') : `${own}: `;
}

function quoted(scene: Scene, fact: Fact, name: string): string | undefined {
  const hash = fact.texts?.[name];
  if (hash === undefined) return undefined;
  const text = textOf(scene, hash);
  return text === undefined ? lostText(scene, hash) : `${labelOf(scene, fact, name)}“${text}”`;
}

const assurances: Readonly<Partial<Record<Fact['by']['assurance'], string>>> = Object.freeze({
  claimed: 'as claimed',
  attested: 'attested',
  deemed: 'deemed',
  history: 'from history',
});

const isConfirmed = ({ facts }: Scene, { seq }: Fact): boolean =>
  facts.some(fact => fact.type === 'AssuranceRaised' && fact.data.fact === seq);

function markOf(scene: Scene, fact: Fact): string {
  const assurance = isConfirmed(scene, fact) ? undefined : assurances[fact.by.assurance];
  const isLate = fact.learned - fact.at >= MINUTE;
  const by = assurance === 'attested' && fact.by.person !== undefined ? ` by ${personName(scene, fact.by.person)}` : '';
  return joined([
    assurance && `${assurance}${by}`,
    isLate ? `learned at ${shortClock(fact.learned, scene.zone, scene.now)}` : undefined,
  ]);
}

function entryOf(scene: Scene, fact: Fact): TimelineEntry {
  const quotes = Object.keys(shown).map(name => quoted(scene, fact, name));
  const detail = joined([...new Set(quotes)]);
  const mark = markOf(scene, fact);
  return {
    seq: fact.seq,
    time: shortClock(fact.at, scene.zone, scene.now),
    iso: isoText(fact.at),
    text: sentenceOf(scene, fact),
    ...(detail === '' ? {} : { detail }),
    ...(mark === '' ? {} : { mark }),
    ...(isErasable(scene, fact) ? { erase: eraseAction(scene, fact) } : {}),
  };
}

/** Every fact in a plain sentence, in the ledger's order. */
export const timelineOf = (scene: Scene): readonly TimelineEntry[] => scene.facts.map(fact => entryOf(scene, fact));
