import Database, { type Database as Store } from 'libsql';
import { custodian, type FormFields, type LedgerFact, type PanelAnswer } from '@baton/shared';
import { storyCast, type Cast } from '../../../scripts/workbench/cast';
import { workbenchClock, type WorkbenchClock } from '../../../scripts/workbench/clock';
import { actionCosts, type ActionCost, type Costs } from '../../../scripts/workbench/costs';
import type { NativeChange, SeedTicket, Workbench, WorkbenchDesk } from '../../../scripts/workbench/desk';
import {
  freshserviceDesk,
  type FreshserviceDesk,
  type FreshserviceOptions,
} from '../../../scripts/workbench/freshservice';
import { sidebarDoor } from '../../../scripts/workbench/freshservice/deskActions';
import { jiraDesk, type JiraDesk, type JiraOptions } from '../../../scripts/workbench/jira';
import { faultsToCome, type Faults } from '../../../scripts/workbench/faults';
import type { Outside } from '../../../scripts/workbench/outside';
import { storedLedger, type StoredLedger } from '../../../scripts/workbench/storedLedgers';
import { storyDocument } from '../../support/agreement';
import { packet } from '../../support/story';
import { fate, type Fate } from './mishaps';
import { stagedForge, stagedFreshservice } from './stagedApps';

/** Monday, 2 March 2026, 09:00 in Lisbon, 10:00 in Madrid: every clock starts here and only a test moves it. */
export const MORNING = Date.parse('2026-03-02T09:00:00Z');

/** An instant of that Monday, `10:30` in UTC; another day is written `2026-03-03 10:30`. */
export const at = (time: string): number =>
  Date.parse(`${(time.includes(' ') ? time : `2026-03-02 ${time}`).replace(' ', 'T')}:00Z`);

/** What a desk under test was started with and what a test needs to know of it. */
export interface TestDesk<D extends WorkbenchDesk = WorkbenchDesk> {
  readonly desk: D;
  readonly name: D['name'];
  readonly clock: WorkbenchClock;
  readonly costs: Costs;
  readonly db: Store;
  /** Lines for the admin, oldest first. */
  readonly lines: string[];
  /** What goes wrong on its platform. */
  readonly fate: Fate;
  /** Faults as `/control/faults` takes them. */
  readonly faults: Faults;
  /** Every product event the app was to hear of, in words, oldest first. */
  readonly events: readonly string[];
  /** Lets time pass until then, and everything that is due with it. */
  until(time: string): Promise<void>;
  /** A P2 incident at Contoso's service desk. */
  open(more?: Partial<SeedTicket>): Promise<string>;
  /** Changes native fields and waits until the app has heard of it. */
  change(id: string, person: string, fields: NativeChange): Promise<void>;
  merge(id: string, person: string, into: string): Promise<void>;
  say(id: string, person: string, text: string, isPublic?: boolean): Promise<void>;
  /** Asks the app's panel door as that person. */
  ask(id: string, person: string, request: object, action?: string): Promise<PanelAnswer>;
  /** Hands off to Northwind's NOC with a complete packet, due at 15:30 UTC; `press` names the press. */
  offer(id: string, person: string, more?: Partial<FormFields>, press?: string): Promise<PanelAnswer>;
  stored(id: string): StoredLedger;
  facts(id: string): readonly LedgerFact[];
  types(id: string): string[];
  /** `stage party/team/person` of the ledger's custody. */
  standing(id: string): string;
  stop(): Promise<void>;
}

/** How a desk under test differs from the usual one. */
export interface DeskOptions {
  readonly db?: Store;
  readonly cast?: Cast;
  readonly agreement?: string;
  readonly staged?: string;
  /** Who answers requests that leave the desk. */
  readonly outside?: Outside;
}

const parts = (name: WorkbenchDesk['name'], stagedApp: string, options: DeskOptions) => {
  const { db = new Database(':memory:'), cast = storyCast } = options;
  const clock = workbenchClock({ offset: 0 }, () => MORNING);
  clock.pause();
  const costs = actionCosts(clock.now);
  const lines: string[] = [];
  const fated = fate();
  const faults = faultsToCome(clock.now);
  const events: string[] = [];
  const lent: Workbench = {
    ...{ clock, costs, db, cast, stagedApp },
    pageOrigin: 'http://127.0.0.1:4000',
    frameOrigin: 'http://localhost:4000',
    log: (_desk, line) => void lines.push(line),
    ...(options.outside ? { outside: options.outside } : {}),
    mishaps: operation => fated.mishaps(operation) ?? faults.mishaps(name)(operation),
    arrivals: event => {
      events.push(event);
      return fated.arrivals(event) ?? faults.arrivals(name)(event);
    },
  };
  return { lent, clock, costs, db, lines, fate: fated, faults, events };
};

const whereText = ({ state }: StoredLedger): string => {
  if (state.status === 'unopened') return 'unopened';
  const { party, team, person } = custodian(state);
  return `${state.status} ${[party, team ?? '-', person ?? '-'].join('/')}`;
};

function told<D extends WorkbenchDesk>(desk: D, use: ReturnType<typeof parts>): TestDesk<D> {
  const { clock, costs, db, lines, fate, faults, events } = use;
  let pressed = 0;
  const stored = (id: string) => storedLedger(db, desk.name, desk.nativeId(id));
  const ask: TestDesk['ask'] = async (id, person, request, action = 'panel') => {
    const actId = `press-${String((pressed += 1)).padStart(4, '0')}`;
    const whole = { viewer: { timeZone: 'UTC' }, actId, ...request };
    return (await desk.ask(id, person, whole, action)) as PanelAnswer;
  };
  const settled = async <T>(work: Promise<T>): Promise<T> => {
    const answer = await work;
    await desk.settle();
    return answer;
  };
  return {
    ...{ desk, name: desk.name, clock, costs, db, lines, fate, faults, events, ask, stored },
    until: async time => {
      await clock.jump(at(time));
      await desk.settle();
    },
    open: more =>
      settled(
        desk.create({
          title: 'Payroll database is slow',
          description: 'The payroll run takes hours instead of minutes.',
          type: 'incident',
          priority: 2,
          openedBy: 'carla',
          team: 'contoso-desk',
          ...more,
        }),
      ),
    change: (id, person, fields) => settled(desk.change(id, person, fields)),
    merge: (id, person, into) => settled(desk.merge(id, person, into)),
    say: (id, person, text, isPublic = false) => settled(desk.say(id, person, text, isPublic)),
    offer: (id, person, more, press) =>
      settled(
        ask(id, person, {
          type: 'offer',
          ...(press === undefined ? {} : { actId: press }),
          fields: { ...packet, receiver: 'northwind-noc', reason: 'skills', deadline: '2026-03-02 15:30', ...more },
        }),
      ),
    facts: id => stored(id).facts,
    types: id =>
      stored(id)
        .facts.map(fact => fact.type)
        .filter(type => type !== 'NativeDueRead'),
    standing: id => whereText(stored(id)),
    stop: async () => {
      await desk.stop();
      db.close();
    },
  };
}

/** Stories are about other things than warnings unless they bring an agreement that gives them. */
export function quietDocument(): ReturnType<typeof storyDocument> {
  const document = storyDocument();
  return { ...document, matrix: document.matrix.map(cell => ({ ...cell, warnings: [] })) };
}

const agreementText = JSON.stringify(quietDocument());

/** The Jira stand-in with the staged Forge app on it. */
export async function startJira(options: DeskOptions & JiraOptions = {}): Promise<TestDesk<JiraDesk>> {
  const use = parts('jira', options.staged ?? (await stagedForge()), options);
  const desk = jiraDesk(use.lent, options);
  await desk.start(options.agreement ?? agreementText);
  return told(desk, use);
}

/** The Freshservice stand-in with the staged FDK app on it. */
export async function startFreshservice(
  options: DeskOptions & FreshserviceOptions = {},
): Promise<TestDesk<FreshserviceDesk>> {
  const { db, cast, staged, agreement, outside, ...chosen } = options;
  const use = parts('freshservice', staged ?? (await stagedFreshservice()), options);
  const desk = freshserviceDesk(use.lent, { panelDoor: sidebarDoor, ...chosen });
  await desk.start(agreement ?? agreementText);
  return told(desk, use);
}

/** Both desks by name, for what must hold on either. */
export const starts = { freshservice: startFreshservice, jira: startJira } as const;

/** Quotas count what everybody does in a minute; the haste of tests that open many tickets in one is not the app's. */
export const unmetered = {
  limits: { keyValuePerMinute: 1e6, entitiesPerMinute: 1e6, requestsPerMinute: 1e6, serverMethodsPerMinute: 1e6 },
};

/**
 * One desk for all tests around it, each with tickets of its own; what a test lets go wrong is over after it. Not for
 * tests that let more time pass than the others, or look at what all tickets have in common.
 * @returns what finds the desk from within a test
 */
export function deskForAll<Desk extends TestDesk>(
  start: (options: DeskOptions & FreshserviceOptions) => Promise<Desk>,
): () => Desk {
  let on: Desk | undefined;
  beforeAll(async () => {
    on = await start(unmetered);
  });
  afterEach(() => {
    on?.fate.passes();
    on?.faults.clear();
  });
  afterAll(() => on?.stop());
  return () => {
    if (!on) throw new Error('The desk did not start');
    return on;
  };
}

/** The newest action of that name and what it cost. */
export const costOf = ({ costs }: Pick<TestDesk, 'costs'>, action: string): ActionCost['operations'] => {
  const found = costs.list().find(cost => cost.action === action);
  if (!found) throw new Error(`Nothing was counted as '${action}'.`);
  return found.operations;
};
