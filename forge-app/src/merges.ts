import { mergeInto, tellParent, type Directory, type Notice, type Ports } from '@baton/shared';
import { sendOutside } from './channelDesk';
import { carryOut, complete } from './carryOut';
import { readIssueAsApp } from './jiraDesk';
import { portsFor } from './ledgerPorts';
import { pushLinked } from './linkedIssues';
import { translateIssue } from './translateJira';

const portsOf = (directory: Directory, id: string): Ports =>
  portsFor(directory, async () => translateIssue(directory, await readIssueAsApp(id)).facts);

/**
 * What a merged work item brings goes on in the one it duplicates; a child's parent is told where it lies; the customer
 * hears what somebody has just sent them.
 */
async function elsewhere(id: string, directory: Directory, notice: Notice): Promise<void> {
  const now = Date.now();
  if (notice.is === 'reply') await sendOutside(id, directory, notice.notices, 'the person');
  if (notice.is === 'major') await pushLinked(id, directory);
  if (notice.is === 'merge') {
    const { into } = notice;
    const stays = async () => translateIssue(directory, await readIssueAsApp(into));
    await carryOut(into, directory, await mergeInto(portsOf(directory, into), { from: id, into, now, stays }));
  }
  if (notice.is === 'parent') {
    const { parent } = notice;
    const { key: label } = await readIssueAsApp(id);
    await carryOut(parent, directory, await tellParent(portsOf(directory, parent), { child: id, parent, label, now }));
  }
}

/** Does what new facts ask for on a work item, and on the others that it concerns. @throws LedgerError, DeskError */
export async function carryOutAll(id: string, directory: Directory, notices: readonly Notice[]): Promise<void> {
  await carryOut(id, directory, notices);
  for (const notice of notices) await elsewhere(id, directory, notice);
}

/** The same where it may have been done before. @throws LedgerError, DeskError */
export async function completeAll(id: string, directory: Directory, notices: readonly Notice[]): Promise<void> {
  await complete(id, directory, notices);
  for (const notice of notices) await elsewhere(id, directory, notice);
}
