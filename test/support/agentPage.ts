import type { FrameLocator, Locator, Page } from 'playwright-core';

export type DeskName = 'freshservice' | 'jira';

/** What somebody had to do: presses of buttons and lists, and sentences typed. */
export interface Effort {
  activations: number;
  sentences: number;
}

interface TicketAddress {
  readonly origin: string;
  readonly desk: DeskName;
  readonly id: string;
  readonly person: string;
}

const sentencesIn = (text: string): number => text.split(/[.!?]+(?:\s|$)/).filter(part => part.trim() !== '').length;

/** One person at one ticket, doing what a person does there and counting the effort. */
export class AgentPage {
  readonly effort: Effort = { activations: 0, sentences: 0 };
  readonly panel: FrameLocator;

  constructor(
    readonly page: Page,
    readonly desk: DeskName,
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
  const agent = new AgentPage(page, desk);
  await agent.panel.getByRole('heading', { level: 2 }).first().waitFor();
  return agent;
}
