import { takeInbound, type AlertDesk, type Directory, type InboundJob } from '@baton/shared';
import { kvs } from '@forge/kvs';
import { readDirectory } from './directoryStore';
import { readIssueAsApp } from './jiraDesk';
import { portsFor } from './ledgerPorts';
import { carryOutAll } from './merges';
import { openWorkItem } from './newWorkItem';
import { isConflict, storeError } from './platformErrors';
import { countRefusal } from './refusals';
import { translateIssue } from './translateJira';

/** As long as an alert that is heard of no more is known. */
const ttl = { value: 90, unit: 'DAYS' } as const;

const named = (name: string): string => `alert:${name}`;

async function claimed(name: string, value: object): Promise<boolean> {
  try {
    await kvs.set(named(name), value, { ttl, keyPolicy: 'FAIL_IF_EXISTS' });
    return true;
  } catch (error) {
    return isConflict(error) ? false : storeError(Promise.reject(error));
  }
}

const alertDesk = (directory: Directory): AlertDesk => ({
  name: 'jira',
  directory,
  now: Date.now(),
  store: {
    read: name => storeError(kvs.get(named(name))),
    write: async (name, value) => void (await storeError(kvs.set(named(name), value, { ttl }))),
    claim: claimed,
  },
  portsFor: id =>
    Promise.resolve(portsFor(directory, async () => translateIssue(directory, await readIssueAsApp(id)).facts)),
  open: order => openWorkItem(directory, order),
  refuse: because => countRefusal(because, Date.now()),
  carryOut: (id, notices) => carryOutAll(id, directory, notices),
});

/** Takes what was let in: opens a work item, or goes on on the one that it is about. @throws LedgerError, DeskError */
export const takeJob = async (job: InboundJob): Promise<void> => takeInbound(alertDesk(await readDirectory()), job);
