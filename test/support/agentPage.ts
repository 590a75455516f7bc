import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import type { CastPerson } from '../../scripts/workbench/cast';

export type DeskName = 'freshservice' | 'jira';

/** What somebody had to do: presses of buttons and lists, and sentences typed. */
export interface Effort {
  activations: number;
  sentences: number;
}

/** What the backend answered. */
export interface Answer {
  readonly ok: boolean;
  readonly code?: string;
  readonly sentence?: string;
}

interface TicketAddress {
  readonly origin: string;
  readonly desk: DeskName;
  readonly id: string;
  readonly person: string;
}

const sentencesIn = (text: string): number => text.split(/[.!?]+(?:\s|$)/).filter(part => part.trim() !== '').length;

const MOST_STEPS = 80;

/** Runs in the frame: the label or the text of whatever has the focus, also inside a desk's own element. */
function nameOfFocus(): string {
  const inside = (element: Element): Element => {
    const deeper = element.shadowRoot?.activeElement;
    return deeper ? inside(deeper) : element;
  };
  const focused = inside(document.activeElement ?? document.body);
  const [label] = (focused as HTMLInputElement).labels ?? [];
  const place = focused.getRootNode();
  const named = label ?? (place instanceof ShadowRoot ? place.host : focused);
  return named.textContent?.trim() ?? '';
}

/** Runs in the frame. */
function askOnJira(payload: object): Promise<Answer> {
  const { __bridge } = globalThis as never as {
    __bridge: { callBridge(command: string, data: object): Promise<Answer> };
  };
  return __bridge.callBridge('invoke', { functionKey: 'panel', payload });
}

/** Runs in the frame. */
async function askOnFreshservice(request: object): Promise<Answer> {
  const { app } = globalThis as never as { app: { initialized(): Promise<FdkFrame> } };
  const client = await app.initialized();
  const { response } = await client.request.invoke('panel', { request });
  return (typeof response === 'string' ? JSON.parse(response) : response) as Answer;
}

interface FdkFrame {
  readonly request: { invoke(name: string, data: object): Promise<{ readonly response: unknown }> };
}

/** One person at one ticket, doing what a person does there and counting the effort. */
export class AgentPage {
  readonly effort: Effort = { activations: 0, sentences: 0 };
  readonly panel: FrameLocator;

  constructor(
    readonly page: Page,
    readonly desk: DeskName,
    readonly id: string,
  ) {
    this.panel = page.frameLocator('iframe[title="Baton"]');
  }

  button(name: string): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }

  field(label: string): Locator {
    return this.panel.getByLabel(label, { exact: true });
  }

  /** Presses a button of the panel. */
  async press(name: string): Promise<void> {
    this.effort.activations += 1;
    await this.button(name).click();
  }

  /** Opens what was recorded. */
  async openTimeline(): Promise<void> {
    this.effort.activations += 1;
    await this.panel.getByRole('button', { name: /^Timeline/ }).click();
  }

  /** Types into a field of the panel, in place of what was there. */
  async write(label: string, text: string): Promise<void> {
    this.effort.sentences += sentencesIn(text);
    await this.field(label).fill(text);
  }

  /** Waits until the panel says this somewhere. */
  async reads(text: string | RegExp): Promise<void> {
    await this.seen(this.panel.getByText(text).first(), text);
  }

  /** Waits until the panel's first line says this. */
  async heads(text: string | RegExp): Promise<void> {
    await this.seen(this.panel.getByRole('heading', { level: 2 }).filter({ hasText: text }), text);
  }

  /** Waits until the panel's first line says this, pressing `Try again` where the panel offers it. */
  async settles(text: RegExp): Promise<void> {
    const heading = this.panel.getByRole('heading', { level: 2 }).filter({ hasText: text });
    const again = this.button('Try again');
    await this.seen(heading.or(again).first(), text);
    if ((await again.count()) > 0) await again.click();
    await this.heads(text);
  }

  /** Waits until a button is there. */
  async canPress(name: string): Promise<void> {
    await this.seen(this.button(name), name);
  }

  private async seen(place: Locator, wanted: string | RegExp): Promise<void> {
    try {
      await place.waitFor();
    } catch {
      throw new Error(`The panel does not show “${wanted}”. It shows:\n${await this.words()}`);
    }
  }

  /** What the panel says is wrong with a field, tied to it for those who do not see it. */
  async errorAt(label: string): Promise<string> {
    return this.field(label).evaluate(control => {
      const place = control.getRootNode() as Document | ShadowRoot;
      const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
      return ids.map(id => place.getElementById(id)?.textContent ?? '').join('');
    });
  }

  /** Moves on with the Tab key until what has the focus is called so. */
  async tabTo(name: string): Promise<void> {
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      if ((await (await this.frame()).evaluate(nameOfFocus)) === name) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`No way to “${name}” by the Tab key. The panel shows:\n${await this.words()}`);
  }

  /** The app's own frame. */
  async frame(): Promise<Frame> {
    const element = await this.page.locator('iframe[title="Baton"]').elementHandle();
    const frame = await element?.contentFrame();
    if (!frame) throw new Error('There is no panel on the page');
    return frame;
  }

  /**
   * Asks the backend what the panel itself would not, under whatever name: as somebody does who writes their own script
   * for its frame.
   */
  async ask(request: object, { timeZone, ...person }: CastPerson): Promise<Answer> {
    const frame = await this.frame();
    const asked = (native: string): object => ({ ticket: this.id, viewer: { timeZone, person: native }, ...request });
    return this.desk === 'jira'
      ? frame.evaluate(askOnJira, asked(person.jiraAccountId))
      : frame.evaluate(askOnFreshservice, asked(String(person.freshserviceAgentId)));
  }

  /** All words of the panel. */
  async words(): Promise<string> {
    return this.panel.locator('body').innerText();
  }

  /** What a select of the desk's own page shows. */
  async native(label: 'Group' | 'Agent' | 'Assignee' | 'Status' | 'Priority'): Promise<string> {
    return this.nativeSelect(label).evaluate(
      select => (select as HTMLSelectElement).selectedOptions[0]?.text.trim() ?? '',
    );
  }

  nativeSelect(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** Who and which team the desk's own fields name; Jira knows no team. */
  async owner(): Promise<string> {
    if (this.desk === 'jira') return this.native('Assignee');
    return `${await this.native('Agent')} in ${await this.native('Group')}`;
  }

  /** Takes the ticket in the desk's own fields, without the panel. */
  async takeNatively(name: string, group: string): Promise<void> {
    if (this.desk === 'jira') {
      await this.nativeSelect('Assignee').selectOption({ label: name });
      return;
    }
    await this.nativeSelect('Group').selectOption({ label: group });
    await this.nativeSelect('Agent').selectOption({ label: name });
    await this.page.getByRole('button', { name: 'Update', exact: true }).click();
  }
}

/** Where a ticket is on the workbench. */
export const ticketPath = (desk: DeskName, id: string): string =>
  desk === 'jira' ? `/jira/browse/${id}` : `/freshservice/tickets/${id}`;

/** Opens a ticket as somebody and waits until the panel has said who holds it. */
export async function openTicket(page: Page, { origin, desk, id, person }: TicketAddress): Promise<AgentPage> {
  await page.goto(`${origin}${ticketPath(desk, id)}?as=${person}`);
  const agent = new AgentPage(page, desk, id);
  await agent.panel.getByRole('heading', { level: 2 }).first().waitFor();
  return agent;
}

/** Where the list is on the workbench. */
const listPaths: Readonly<Record<DeskName, string>> = { jira: '/jira/queue', freshservice: '/freshservice/app' };

/** Opens the list as somebody and waits until it says what is theirs. */
export async function openList(page: Page, { origin, desk, person }: Omit<TicketAddress, 'id'>): Promise<AgentPage> {
  await page.goto(`${origin}${listPaths[desk]}?as=${person}`);
  const agent = new AgentPage(page, desk, 'list');
  await agent.panel.getByRole('heading', { level: 1 }).waitFor();
  return agent;
}
