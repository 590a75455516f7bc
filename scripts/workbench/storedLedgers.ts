import { stateOf, custodian, type LedgerFact, type Page, type Placement, type State } from '@baton/shared';
import type { Database } from 'libsql';
import type { Cast } from './cast';
import type { DeskTicket, WorkbenchDesk } from './desk';
import type { RunningWorkbench } from './runningWorkbench';

/** What the workbench shows of a ledger: read straight from the stores, so that looking costs the apps nothing. */
export interface StoredLedger {
  readonly facts: readonly LedgerFact[];
  readonly state: State;
}

interface StoredPage {
  readonly page: Page;
}

const pageOf = (value: string): StoredPage => {
  const row = JSON.parse(value) as { body: string | { body: string } };
  const body = typeof row.body === 'string' ? row.body : row.body.body;
  return { page: JSON.parse(body) as Page };
};

/** Freshservice keeps a row per append; the newest of each run carries the whole run. */
function freshservicePages(db: Database, ticket: string): Page[] {
  const rows = db.prepare("SELECT key, value FROM fdk_key_values WHERE key LIKE 'e:' || ? || ':%'").all(ticket) as {
    key: string;
    value: string;
  }[];
  return rows.map(row => pageOf(row.value).page);
}

/** Forge keeps one row per escalation and a page for each run that became full. */
function forgePages(db: Database, issueId: string): Page[] {
  const rows = db
    .prepare("SELECT value FROM forge_rows WHERE until IS NULL AND (key = ? OR key LIKE 'page:' || ? || ':%')")
    .all(issueId, issueId) as { value: string }[];
  return rows.flatMap(row => (row.value.includes('"body"') ? [pageOf(row.value).page] : []));
}

function factsOf(pages: readonly Page[]): readonly LedgerFact[] {
  const bySeq = new Map(pages.flatMap(page => page.facts.map(fact => [fact.seq, fact] as const)));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** The ledger of one ticket, by the desk's immutable id; no facts where none was ever written. */
export function storedLedger(db: Database, desk: 'freshservice' | 'jira', ticket: string): StoredLedger {
  const facts = factsOf(desk === 'jira' ? forgePages(db, ticket) : freshservicePages(db, ticket));
  return { facts, state: stateOf(facts) };
}

/** The ledger of a ticket; one that its app has not met yet is shown to it first, which opens it with its history. */
export async function metLedger(
  workbench: RunningWorkbench,
  name: WorkbenchDesk['name'],
  id: string,
): Promise<StoredLedger> {
  const { db, cast } = workbench.services;
  const ledger = storedLedger(db, name, workbench.nativeId(name, id));
  if (ledger.facts.length > 0) return ledger;
  const request = { type: 'view', viewer: { timeZone: 'UTC' } };
  await workbench.desks.find(desk => desk.name === name)?.ask(id, cast.defaultPerson, request);
  return storedLedger(db, name, workbench.nativeId(name, id));
}

/**
 * Who holds a ticket and how it stands, for the overview and for checks from outside. Before an app has met the
 * ticket, the party whose team the desk's own fields name, else the client, with whom the starter agreement begins.
 */
export function standing(
  { state }: StoredLedger,
  { teams }: Cast,
  { team, person }: DeskTicket,
): { custodian: Placement; stage: State['status'] } {
  if (state.status !== 'unopened') return { custodian: custodian(state), stage: state.status };
  const party = teams.find(({ id }) => id === team)?.party ?? 'client';
  const where = { ...(team === undefined ? {} : { team }), ...(person === undefined ? {} : { person }) };
  return { custodian: { party, ...where }, stage: 'unopened' };
}
