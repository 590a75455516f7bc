import { join } from 'node:path';
import Database, { type Database as Store } from 'libsql';
import type { AgreementDocument, ListAnswer, PanelAnswer } from '@baton/shared';
import { storyCast } from '../workbench/cast';
import { workbenchClock } from '../workbench/clock';
import { actionCosts, type ActionCost } from '../workbench/costs';
import type { Workbench, WorkbenchDesk } from '../workbench/desk';
import { freshserviceDesk, type FreshserviceDesk } from '../workbench/freshservice';
import { sidebarDoor } from '../workbench/freshservice/deskActions';
import { jiraDesk, type JiraDesk } from '../workbench/jira';
import { storedLedger } from '../workbench/storedLedgers';
import { workbenchAgreement } from '../workbench/workbenchAgreement';

/** Monday, 2 March 2026, 09:00 in Lisbon: time stands still there unless the bench moves it. */
const MORNING = Date.parse('2026-03-02T09:00:00Z');
const MINUTE = 60_000;

export type DeskName = WorkbenchDesk['name'];

/** One desk with its staged app, in this process, on a clock that only the bench moves. */
export interface BenchDesk {
  readonly desk: WorkbenchDesk;
  readonly db: Store;
  /** Lines for the admin so far, oldest first. */
  readonly lines: readonly string[];
  /** Lets so many minutes pass, and what falls due in them; every quota is fresh then. */
  minutes(count: number): Promise<void>;
  /** What was counted since the last call, oldest first. */
  counted(): readonly ActionCost[];
  /** How many messages went out to the world since the last call. */
  sent(): number;
  /** Presses something in the panel and waits for what it causes. */
  press(id: string, person: string, request: object): Promise<PanelAnswer>;
  /** Asks the list as somebody, and waits for what a press in it causes. */
  list(person: string, request: object): Promise<ListAnswer>;
  /** Whether the ledger knows that somebody took the ticket. */
  isTaken(id: string): boolean;
  /** On how many tickets, copies included, the newest page of the ledger has a fact of this type. */
  told(type: string): number;
  /** Changes a field that nobody follows, in an event that does not say which; where the desk sends such ones. */
  changeUntold?(id: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** What an installation may use in a minute on either desk; what is not named is as good as unlimited. */
export type QuotaName =
  | 'serverMethodsPerMinute'
  | 'keyValuePerMinute'
  | 'entitiesPerMinute'
  | 'requestsPerMinute'
  | 'invocations'
  | 'storageReads'
  | 'storageWrites';
export type Quotas = Partial<Record<QuotaName, number>>;

const PLENTY = 1e9;

/** The figures of one platform, all but those named lifted. */
function limitsOf(quotas: Quotas) {
  const of = (name: QuotaName): number => quotas[name] ?? PLENTY;
  return {
    freshservice: {
      serverMethodsPerMinute: of('serverMethodsPerMinute'),
      keyValuePerMinute: of('keyValuePerMinute'),
      entitiesPerMinute: of('entitiesPerMinute'),
      requestsPerMinute: of('requestsPerMinute'),
    },
    jira: { invocations: of('invocations'), storage: { read: of('storageReads'), write: of('storageWrites') } },
  };
}

/** Parts of the agreement that name channels, and what is entered for these. */
export interface Channels {
  readonly agreement: Partial<AgreementDocument>;
  readonly secrets: object;
}
const noChannels: Channels = { agreement: {}, secrets: {} };

function deskOf(name: DeskName, lent: Workbench, quotas: Quotas, { secrets }: Channels): JiraDesk | FreshserviceDesk {
  const channelSecrets = JSON.stringify(secrets);
  const limits = limitsOf(quotas);
  if (name === 'jira') return jiraDesk(lent, { quotas: limits.jira, channelSecrets });
  return freshserviceDesk(lent, { panelDoor: sidebarDoor, limits: limits.freshservice, channelSecrets });
}

/** Tickets whose stored pages name a type of fact. */
const tellers: Record<DeskName, string> = {
  freshservice: `SELECT count(DISTINCT substr(key, 3, instr(substr(key, 3), ':'))) AS count FROM fdk_key_values
    WHERE key LIKE 'e:%' AND value LIKE '%' || ? || '%'`,
  jira: `SELECT count(*) AS count FROM forge_rows
    WHERE until IS NULL AND key NOT LIKE 'page:%' AND value LIKE '%' || ? || '%'`,
};

function changeUntold(desk: FreshserviceDesk, id: string): Promise<unknown> {
  desk.changeMetadata = 'none';
  const authorization = `Basic ${Buffer.from(`${desk.apiKey}:X`).toString('base64')}`;
  const path = `/api/v2/tickets/${id}`;
  return desk.rest({ method: 'PUT', path, query: {}, headers: { authorization }, body: '{"source":3}' });
}

/** Starts a desk with the app staged in `dist`, under these quotas only. */
export async function benchDesk(
  name: DeskName,
  dist: string,
  quotas: Quotas = {},
  channels: Channels = noChannels,
): Promise<BenchDesk> {
  const elapsed = () => 0;
  const clock = workbenchClock({ offset: 0 }, () => MORNING, elapsed);
  clock.pause();
  const costs = actionCosts(clock.now, Infinity);
  const db = new Database(':memory:');
  const lines: string[] = [];
  let posted = 0;
  const desk = deskOf(
    name,
    {
      ...{ clock, costs, db, cast: storyCast },
      stagedApp: join(dist, name === 'jira' ? 'forge' : 'freshservice'),
      pageOrigin: 'http://127.0.0.1:4000',
      frameOrigin: 'http://localhost:4000',
      log: (_desk, line) => void lines.push(line),
      outside: () => {
        posted += 1;
        return Promise.resolve({ status: 200, headers: {}, body: '' });
      },
    },
    quotas,
    channels,
  );
  await desk.start(JSON.stringify({ ...workbenchAgreement(storyCast), ...channels.agreement }));
  await desk.settle();
  let pressed = 0;
  let last = costs.list()[0]?.id ?? 0;
  return {
    ...{ desk, db, lines },
    minutes: async count => {
      await clock.jump(clock.now() + count * MINUTE);
      await desk.settle();
    },
    counted: () => {
      const fresh = costs.list().filter(({ id }) => id > last);
      last = fresh[0]?.id ?? last;
      return fresh.reverse();
    },
    sent: () => {
      const since = posted;
      posted = 0;
      return since;
    },
    press: async (id, person, request) => {
      const { type } = request as { type?: string };
      const whole = { viewer: { timeZone: 'UTC' }, actId: `bench-press-${(pressed += 1)}`, ...request };
      const answer = (await desk.ask(id, person, whole, `panel ${type}`)) as PanelAnswer;
      await desk.settle();
      return answer;
    },
    list: async (person, request) => {
      const { type } = request as { type: string };
      const whole = { viewer: { timeZone: 'UTC' }, ...request };
      const answer = (await desk.askList(person, whole, type === 'list' ? 'list' : `list ${type}`)) as ListAnswer;
      await desk.settle();
      return answer;
    },
    told: type => (db.prepare(tellers[name]).get(type) as { count: number }).count,
    isTaken: id => storedLedger(db, name, desk.nativeId(id)).facts.some(({ type }) => type === 'Claimed'),
    ...(name === 'freshservice' ? { changeUntold: id => changeUntold(desk as FreshserviceDesk, id) } : {}),
    stop: async () => {
      await desk.stop();
      db.close();
    },
  };
}
