import { answeredAsks, openAsks, outboxOf, utf8Bytes, type State } from '../escalation';
import { chainStart, type Head, type LedgerFact, type SealedTexts } from './chain';
import type { Page } from './page';
import type { LoadedLedger } from './ports';

/** What was decided on top of a loaded ledger. */
interface Decided {
  readonly state: State;
  readonly head: Head;
  readonly facts: readonly LedgerFact[];
  readonly texts: SealedTexts;
}

/**
 * Bytes a page and its texts take in a store: the page is a text within JSON there, so its quotes count twice. In what
 * order its names are written changes nothing about that.
 */
export const pageBytes = (page: Page, texts: SealedTexts): number =>
  utf8Bytes(JSON.stringify({ body: JSON.stringify(page), texts }));

/** The page after `last` that holds the new facts; a new run once the last page has become full. */
export function pageAfter(last: LoadedLedger | undefined, round: Decided, limit: number): Page {
  const before = last?.page;
  const { head, state, facts } = round;
  const version = (before?.version ?? 0) + 1;
  if (!before) return { v: 1, version, head, state, facts, before: chainStart };
  const longer: Page = { ...before, version, head, state, facts: [...before.facts, ...facts] };
  if (pageBytes(longer, textsOf(last, longer, round)) <= limit) return longer;
  return { v: 1, version, head, state, facts, before: before.head, earlier: before.version };
}

/** Texts a page carries: those of its run, so that a timeline reads no other page. */
export function textsOf(last: LoadedLedger | undefined, page: Page, round: Decided): SealedTexts {
  const refs = new Set(page.facts.flatMap(fact => Object.values(fact.texts ?? {})));
  openTexts(round.state).forEach(ref => refs.add(ref));
  return Object.fromEntries(Object.entries({ ...last?.texts, ...round.texts }).filter(([ref]) => refs.has(ref)));
}

/** What is read while it is open: the packet of an offer, the question of an Ask, the last answers, unsent messages, the bridge. */
const openTexts = (state: State): string[] => {
  if (state.status === 'unopened') return [];
  const packets = [state.status === 'offered' ? state.offer : state.promised, state.withdrawn, state.shift];
  const written = [...packets, ...openAsks(state), ...answeredAsks(state)].flatMap(one =>
    Object.values(one?.texts ?? {}),
  );
  const { waiting, givenUp } = outboxOf(state);
  const bridge = state.major?.bridge === undefined ? [] : [state.major.bridge];
  return [...written, ...bridge, ...[...waiting, ...givenUp].flatMap(({ message }) => message ?? [])];
};
