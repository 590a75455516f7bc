import { mergeInto, type Directory, type Notice } from '@baton/shared';
import { carryOut, complete, readIssueAsApp } from './jiraDesk';
import { portsFor } from './ledgerPorts';
import { translateIssue } from './translateJira';

/** What a merged work item brings goes on in the one it duplicates. @throws LedgerError, DeskError */
async function merge(from: string, directory: Directory, notices: readonly Notice[]): Promise<void> {
  for (const notice of notices) {
    if (notice.is !== 'merge') continue;
    const { into } = notice;
    const ports = portsFor(directory, async () => translateIssue(directory, await readIssueAsApp(into)).facts);
    await carryOut(into, directory, await mergeInto(ports, { from, into, now: Date.now() }));
  }
}

/** Does what new facts ask for on a work item, and on the one it was merged into. @throws LedgerError, DeskError */
export async function carryOutAll(id: string, directory: Directory, notices: readonly Notice[]): Promise<void> {
  await carryOut(id, directory, notices);
  await merge(id, directory, notices);
}

/** The same where it may have been done before. @throws LedgerError, DeskError */
export async function completeAll(id: string, directory: Directory, notices: readonly Notice[]): Promise<void> {
  await complete(id, directory, notices);
  await merge(id, directory, notices);
}
