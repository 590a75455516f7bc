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

type Happened = Pick<VersionFact, 'at' | 'by' | 'reason' | 'version' | 'known'>;
type Signing = 'propose' | 'send back' | 'approve' | 'move open';

const signed = { propose: 'Proposed', 'send back': 'SentBack', 'move open': 'OpenMoved' } as const;

const signing = (happened: Happened, type: Signing): VersionFact =>
  type === 'approve'
    ? { ...happened, by: happened.by as Signer, type: 'Approved' }
    : { ...happened, type: signed[type] };

function factOf(state: Versions, command: VersionCommand, context: VersionContext): VersionFact {
  const { by, reason, version, known } = command;
  const told = { at: context.now, by, reason: reason.trim(), version };
  const happened: Happened = known === undefined ? told : { ...told, known };
  switch (command.type) {
    case 'draft':
      return { ...happened, type: 'Drafted', content: command.content, changes: changesIn(state, command, context) };
    case 'adopt':
      return { ...happened, type: 'Adopted', content: command.content };
    case 'activate':
      return { ...happened, type: 'Activated', from: command.from, open: command.open };
    case 'roll back':
      return { ...happened, type: 'RolledBack', open: command.open };
    default:
      return signing(happened, command.type);
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
