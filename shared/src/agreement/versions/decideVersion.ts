import { changesBetween, type Change } from '../changes';
import type { AgreementDocument } from '../schema';
import type { VersionCommand, VersionContext, VersionDecision } from './command';
import { activeAt, versionOf } from './evolveVersions';
import type { Signer, VersionFact, Versions } from './facts';
import { refusedVersion } from './refusals';

/** The text that a draft is compared with: its own of before, or the one that counts. */
function textBefore(
  state: Versions,
  number: number,
  { now, documentOf }: VersionContext,
): AgreementDocument | undefined {
  const before = versionOf(state, number) ?? versionOf(state, activeAt(state, now)?.version ?? number - 1);
  return before && documentOf(before.content);
}

const changesIn = (
  state: Versions,
  command: VersionCommand & { type: 'draft' },
  context: VersionContext,
): readonly Change[] => changesBetween(textBefore(state, command.version, context) ?? {}, command.document);

function factOf(state: Versions, command: VersionCommand, context: VersionContext): VersionFact {
  const { by, reason, version } = command;
  const happened = { at: context.now, by, reason: reason.trim(), version };
  switch (command.type) {
    case 'draft':
      return { ...happened, type: 'Drafted', content: command.content, changes: changesIn(state, command, context) };
    case 'propose':
      return { ...happened, type: 'Proposed' };
    case 'send back':
      return { ...happened, type: 'SentBack' };
    case 'approve':
      return { ...happened, by: by as Signer, type: 'Approved' };
    case 'adopt':
      return { ...happened, type: 'Adopted', content: versionOf(state, version)?.content ?? '' };
    case 'activate':
      return { ...happened, type: 'Activated', from: command.from, open: command.open };
    case 'roll back':
      return { ...happened, type: 'RolledBack', open: command.open };
  }
}

/**
 * What follows from what somebody wants to do with an agreement's versions. Two people, one of each party, approve the
 * very text that counts afterwards; whoever did not see the last change is refused and shown it.
 */
export function decideVersion(state: Versions, command: VersionCommand, context: VersionContext): VersionDecision {
  const refusal = refusedVersion(state, command, context);
  return refusal === undefined ? { ok: true, facts: [factOf(state, command, context)] } : { ok: false, refusal };
}
