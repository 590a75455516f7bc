import type { Directory } from '../agreement';
import type { Open } from '../escalation';
import { HOUR, localText } from '../time';
import { bothZones, readerOf, type PanelViewer } from './reader';
import type { AskFormView } from './view';

/** The short form in which a lead lets a ticket be moved without a handoff: why, and until when. */
export function overrideForm(
  { terms }: Open,
  directory: Directory,
  viewer: PanelViewer,
  { now, fields }: { readonly now: number; readonly fields: Readonly<Record<string, string>> },
): AskFormView {
  const reader = readerOf(directory, viewer, now);
  const longest = terms.longestOverride ?? 0;
  const last = bothZones(reader, now + longest);
  return {
    verb: 'override',
    title: 'Move without a handoff',
    intro: `Until then it may go to the other party without a packet. The review looks at it.`,
    fields: [
      { name: 'question', label: 'Why', isRequired: true, rows: 2, value: fields['question'] ?? '' },
      {
        name: 'deadline',
        label: 'Until when',
        isRequired: true,
        value: fields['deadline'] ?? localText(now + Math.min(HOUR, longest), reader.zone),
        hint: `YYYY-MM-DD HH:mm, in your time; at the latest ${last}`,
      },
    ],
    sends: 'Allow it',
    privacy: 'Both parties can read this. Customers cannot.',
  };
}
