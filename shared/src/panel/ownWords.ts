import type { Fact } from '../escalation';
import type { LoadedLedger } from '../ledger';
import type { PreviousPacket } from './formView';
import type { Draft, PanelDesk } from './panelDesk';

/** What somebody filled a form for: a handoff, or a pass with what is next. */
const isPacket = (fact: Fact): boolean =>
  fact.type === 'Passed' ? fact.data.packet !== undefined : fact.type === 'HandoffOffered' && !fact.data.returns;

/** The last packet the viewer's party wrote, as far back as the page at hand goes. */
export function previousPacket(desk: PanelDesk, ledger: LoadedLedger | undefined): { previous?: PreviousPacket } {
  const own = ledger?.page.facts.filter(fact => isPacket(fact) && fact.by.party === desk.viewer.party);
  const last = own?.[own.length - 1];
  if (!last) return {};
  const texts = Object.entries(last.texts ?? {}).map(([name, ref]) => [name, ledger?.texts[ref]?.text ?? null]);
  return { previous: { at: last.at, texts: Object.fromEntries(texts) as PreviousPacket['texts'] } };
}

/** A draft that was handed off since is none any more; it is left to expire, since deleting it would cost a call. */
export const isOpenDraft = (
  { viewer }: PanelDesk,
  draft: Draft | undefined,
  ledger: LoadedLedger | undefined,
): draft is Draft =>
  draft !== undefined &&
  !ledger?.page.facts.some(fact => isPacket(fact) && fact.by.person === viewer.person && fact.at >= draft.at);
