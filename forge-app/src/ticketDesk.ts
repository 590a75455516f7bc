import { personByNative, type Directory, type HoldingParty, type PanelDesk, type Viewer } from '@baton/shared';
import { draftsOf } from './drafts';
import { readChangelog, readDueAsUser, readSaid, readWork } from './jiraDesk';
import { portsFor } from './ledgerPorts';
import { carryOutAll } from './merges';
import { translateIssue, translatePast, type JiraIssue } from './translateJira';

/** A line for the admin. */
export const log = (line: string): void => console.warn(line);

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
};

/** Who acts is the runtime's word; the browser's is not read (rules §4.4). Its time zone only chooses words. */
export function viewerOf(directory: Directory, accountId: string, zone: string): Viewer {
  const timeZone = isZone(zone) ? zone : 'UTC';
  const person = personByNative(directory, 'jira', accountId);
  const party = person === undefined ? undefined : directory.people[person]?.party;
  if (person === undefined || (party !== 'msp' && party !== 'client')) return { timeZone };
  return { person, party: party as HoldingParty, timeZone };
}

/** What answers requests about one work item, for whoever the runtime says asks. */
export function ticketDesk(issue: JiraIssue, directory: Directory, accountId: string, zone: string): PanelDesk {
  const ticket = translateIssue(directory, issue);
  return {
    name: 'jira',
    label: issue.key,
    now: Date.now(),
    ports: portsFor(directory, async () => ticket.facts, ticket.title),
    viewer: viewerOf(directory, accountId, zone),
    assurance: 'platform',
    ticket: async () => ticket,
    due: () => readDueAsUser(issue.id),
    past: async () => translatePast(directory, ticket, await readChangelog(issue.id)),
    work: () => readWork(issue.id, directory),
    said: () => readSaid(issue.id, directory),
    carryOut: notices => carryOutAll(issue.id, directory, notices),
    drafts: draftsOf(issue.id, accountId),
    log,
  };
}
