import { unopened } from '../escalation';
import type { LoadedLedger } from '../ledger';
import type { CaseFacts } from './askFormInput';
import { previousPacket } from './ownWords';
import type { PanelDesk } from './panelDesk';
import { caseToSend } from './vendorForm';
import { packetLabels } from '../agreement';

type Fields = Readonly<Record<string, string>>;

/** Whether the short form is for a vendor's case. */
export const isCase = ({ whom }: Fields): boolean => whom?.startsWith('vendor ') ?? false;

/** What is known of the ticket, for a vendor's case. @throws DeskError */
export async function caseFacts(desk: PanelDesk, ledger: LoadedLedger | undefined): Promise<CaseFacts> {
  const { title } = await desk.ticket();
  const previous = previousPacket(desk, ledger).previous?.texts ?? {};
  const packet = (['diagnosis', 'actions', 'evidence'] as const).flatMap(name => {
    const text = previous[name];
    return text ? [{ label: packetLabels[name], text }] : [];
  });
  return [...(title === undefined ? [] : [{ label: 'Title', text: title }]), ...packet];
}

/** What the press sends to a vendor's own desk, put together here again: a browser is not trusted. @throws DeskError */
export async function postedCase(desk: PanelDesk, ledger: LoadedLedger | undefined, fields: Fields) {
  const state = ledger?.page.state ?? unopened;
  if (state.status === 'unopened' || !isCase(fields)) return {};
  const about = await caseFacts(desk, ledger);
  const viewer = { ...desk.viewer, desk: desk.name };
  const input = { verb: 'ask', state, directory: desk.ports.directory, viewer, now: desk.now, fields, about } as const;
  const posted = caseToSend(input, fields['whom'] ?? '');
  return posted === undefined ? {} : { posted };
}
