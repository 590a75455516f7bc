import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildAll } from '../../scripts/build';
import { storyCast, type CastPerson } from '../../scripts/workbench/cast';
import type { SeedTicket } from '../../scripts/workbench/desk';
import type { StartedWorkbench } from '../../scripts/workbench/workbench';
import { launchBrowser } from './browser';
import { openList, openTicket, type AgentPage, type DeskName } from './agentPage';
import { toldWorkbench } from './toldStory';

/** Monday, 2 March 2026, 11:00 in Lisbon and noon in Madrid: everybody is at work. The clock stands still there. */
export const STORY_ENDS = Date.parse('2026-03-02T11:00:00Z');

/** Both desks run every story. */
export const desks: readonly DeskName[] = ['freshservice', 'jira'];

/** One fact as `/control/ledger` tells it. */
export interface ToldFact {
  readonly seq: number;
  readonly type: string;
  readonly at: number;
  readonly by: { readonly person?: string; readonly party?: string };
  readonly assurance: string;
  readonly hash: string;
  readonly data: Record<string, unknown>;
}

/** One ticket as `/control/tickets` tells it. */
export interface ToldTicket {
  readonly desk: DeskName;
  readonly id: string;
  readonly title: string;
  readonly custodian: { readonly party: string; readonly team: string; readonly person?: string };
  readonly stage: string;
}

/** How a person's window differs from the usual one. */
export interface WindowOptions extends BrowserContextOptions {
  /** The browser keeps nothing for the app's frame: every use of its storage throws. */
  readonly storageThrows?: boolean;
}

/** A workbench that has told its story, and a browser to open its pages with. */
export class OpenHouse {
  constructor(
    readonly workbench: StartedWorkbench,
    readonly browser: Browser,
  ) {}

  /** Opens a ticket as somebody, in a window of their own whose clock is theirs. */
  async open(desk: DeskName, id: string, person: string, options: WindowOptions = {}): Promise<AgentPage> {
    return openTicket(await this.page(person, options), { origin: this.workbench.origin, desk, id, person });
  }

  /** Opens the list as somebody, in a window of their own. */
  async openList(desk: DeskName, person: string, options: WindowOptions = {}): Promise<AgentPage> {
    return openList(await this.page(person, options), { origin: this.workbench.origin, desk, person });
  }

  private async page(person: string, options: WindowOptions): Promise<Page> {
    const { storageThrows = false, ...context } = options;
    const { timeZone: timezoneId } = this.person(person);
    const window = await this.browser.newContext({
      viewport: { width: 1280, height: 1000 },
      reducedMotion: 'reduce',
      timezoneId,
      ...context,
    });
    window.setDefaultTimeout(10_000);
    if (storageThrows) await window.addInitScript(refuseStorage, this.workbench.services.frameOrigin);
    return window.newPage();
  }

  /** Somebody of the story. */
  person(id: string): CastPerson {
    return storyCast.people.find(person => person.id === id)!;
  }

  /** What a control page answers. */
  async told<T>(path: string): Promise<T> {
    const response = await fetch(`${this.workbench.origin}/control/${path}`);
    return (await response.json()) as T;
  }

  /** The facts of a ticket, oldest first. */
  async facts(desk: DeskName, id: string): Promise<readonly ToldFact[]> {
    return (await this.told<{ facts: ToldFact[] }>(`ledger/${desk}/${id}`)).facts;
  }

  /** The kinds of the facts of a ticket, oldest first. */
  async story(desk: DeskName, id: string): Promise<readonly string[]> {
    return (await this.facts(desk, id)).map(({ type }) => type);
  }

  /** Where a ticket is. */
  async ticket(desk: DeskName, id: string): Promise<ToldTicket> {
    const found = (await this.told<ToldTicket[]>('tickets')).find(one => one.desk === desk && one.id === id);
    if (!found) throw new Error(`No ${id} on ${desk}`);
    return found;
  }

  /** The id of a ticket of the story. */
  async idOf(desk: DeskName, title: string): Promise<string> {
    const found = (await this.told<ToldTicket[]>('tickets')).find(one => one.desk === desk && one.title === title);
    if (!found) throw new Error(`No ticket “${title}” on ${desk}`);
    return found.id;
  }

  /** Lets time pass, and everything that falls due in it happen. */
  async wait(minutes: number): Promise<void> {
    const response = await fetch(`${this.workbench.origin}/control/time`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advanceMinutes: minutes }),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  /** A ticket of one's own: Ana of Contoso's service desk has taken it, a minute after whatever was before. */
  async claimed(desk: DeskName, ticket: Partial<SeedTicket> = {}): Promise<string> {
    const stand = this.workbench[desk];
    await this.wait(1);
    const seed: SeedTicket = {
      title: 'Badge readers on floor 3 are dead',
      description: 'Nobody gets in without being let in.',
      type: 'incident',
      priority: 1,
      openedBy: 'carla',
      team: 'contoso-desk',
      ...ticket,
    };
    const id = await stand.create(seed);
    await this.workbench.settle();
    await this.wait(1);
    await stand.change(id, 'ana', { person: 'ana' });
    await this.workbench.settle();
    return id;
  }

  /** A ticket of one's own that Ana has offered to Northwind NOC, a minute after she took it. */
  async offered(desk: DeskName, nextAction: string, ticket: Partial<SeedTicket> = {}): Promise<string> {
    const id = await this.claimed(desk, ticket);
    await this.wait(1);
    const stand = this.workbench[desk];
    const viewer = { timeZone: 'Europe/Lisbon' };
    const ask = async (request: object): Promise<Offering> =>
      (await stand.ask(id, 'ana', { viewer, ...request }, 'story')) as Offering;
    const { form } = await ask({ type: 'form' });
    const fields = {
      receiver: form!.receiver.value,
      reason: form!.reason.value,
      deadline: form!.deadline.value,
      nextAction,
      diagnosis: 'The controller on floor 3 answers no ping',
      actions: 'Power-cycled the controller',
      evidence: 'none because it logs nothing',
    };
    const answer = await ask({ type: 'offer', actId: `given-${desk}-${id}`, fields });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    await this.workbench.settle();
    return id;
  }

  /** A ticket of one's own that Omar of Northwind NOC has accepted from Ana, a minute after she offered it. */
  async accepted(desk: DeskName, nextAction: string, ticket: Partial<SeedTicket> = {}): Promise<string> {
    const id = await this.offered(desk, nextAction, ticket);
    await this.wait(1);
    const request = { type: 'accept', viewer: { timeZone: 'Europe/Madrid' }, actId: `taken-${desk}-${id}` };
    const answer = (await this.workbench[desk].ask(id, 'omar', request, 'story')) as Offering;
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    await this.workbench.settle();
    return id;
  }

  /** A ticket that Ana held and sent to Omar in the desk's own fields, as a bulk edit does: nothing of Baton was asked. */
  async movedNatively(desk: DeskName): Promise<string> {
    const id = await this.claimed(desk);
    const stand = this.workbench[desk];
    await stand.say(id, 'ana', 'Power-cycled the controller', false);
    await this.workbench.settle();
    await this.wait(1);
    await stand.change(id, 'ana', { team: 'northwind-noc', person: 'omar' });
    await this.workbench.settle();
    await this.wait(1);
    return id;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.workbench.stop();
  }
}

interface Offering {
  readonly ok: boolean;
  readonly form?: Readonly<Record<'receiver' | 'reason' | 'deadline', { readonly value: string }>>;
}

/** Runs in every page: the app's own frames find that this browser lets them keep nothing. */
function refuseStorage(frameOrigin: string): void {
  if (location.origin !== frameOrigin) return;
  const refuse = () => {
    throw new DOMException('Storage is not allowed here', 'SecurityError');
  };
  Object.defineProperty(window, 'localStorage', { get: refuse });
  Object.defineProperty(window, 'sessionStorage', { get: refuse });
}

/** Starts the real workbench with both staged apps, its story told and its clock standing still, and a browser. */
export async function openHouse(): Promise<OpenHouse> {
  const browser = await launchBrowser();
  const workbench = await toldWorkbench((await buildAll()).dist, STORY_ENDS).catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
  return new OpenHouse(workbench, browser);
}

/** Tells a story of the screens alone on one desk of the two: both have the same ones, and every act is told on both. */
export const onlyOn =
  (desk: DeskName, only: DeskName) =>
  (name: string, story: () => Promise<void>): void => {
    if (desk === only) it(name, story);
  };

/** One house for all tests of a file. The tests find it by calling what is returned. */
export function houseForAll(): () => OpenHouse {
  let house: OpenHouse | undefined;
  jest.setTimeout(120_000);
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());
  // Every person's windows are shut after each test, so that none hears of the next one's ticket.
  afterEach(async () => {
    await Promise.all((house?.browser.contexts() ?? []).map(window => window.close()));
  });
  return () => {
    if (!house) throw new Error('The workbench did not start');
    return house;
  };
}
