import type { Author } from '../../../src/agreement';
import { clockText } from '../../../src/panel/clockText';
import { wordsOf } from '../../../src/panel/wording';
import type { SettingsView, VersionView } from '../../../src/settings';
import type { Tone } from '../../../src/panel/view';

/** Who did something, by name. */
export function authorName({ names, desk }: SettingsView, { person }: Author): string {
  if (person === 'baton') return 'Baton';
  return (
    names[person] ?? (person.includes(':') ? `an administrator of ${wordsOf(desk).desk}` : 'somebody no longer listed')
  );
}

/** Who signed a version; what nobody signed here says so. */
export function signedText(view: SettingsView, { approvals, stage, draftedBy }: VersionView): string {
  const names = approvals.map(each => authorName(view, each));
  if (names.length > 0) return `Approved by ${names.join(' and ')}.`;
  return stage === 'active' || stage === 'retired'
    ? `Put in force by ${authorName(view, draftedBy)}, without both signatures in Baton.`
    : 'Approved by nobody yet.';
}

/** What a version is called by where it stands. */
export const stageWords: Readonly<Record<VersionView['stage'], { readonly text: string; readonly tone: Tone }>> = {
  draft: { text: 'DRAFT', tone: 'neutral' },
  proposed: { text: 'PROPOSED', tone: 'offered' },
  approved: { text: 'APPROVED BY BOTH', tone: 'met' },
  active: { text: 'IN FORCE', tone: 'met' },
  retired: { text: 'RETIRED', tone: 'paused' },
};

/** What happens next to a version, in a sentence. */
export function nextText(view: SettingsView, version: VersionView): string {
  const { stage, from } = version;
  if (stage === 'draft') return 'Nobody signs it before it is proposed.';
  if (stage === 'proposed') return `${signedText(view, version)} It needs one person of each party.`;
  if (stage === 'retired') return `${signedText(view, version)} It counted before.`;
  if (from !== undefined && from > view.now) return `It counts from ${clockText(from, view.timeZone, view.now)}.`;
  return `${signedText(view, version)} It does not count yet.`;
}
