import { violations } from './accessibility';
import { AgentPage } from './agentPage';

/** A page of the app that is worked by the keyboard alone. */
export class Keyboard extends AgentPage {
  /** Types into what is called so. */
  async type(label: string, text: string): Promise<void> {
    await this.tabTo(label);
    await this.page.keyboard.type(text);
  }

  async enter(name: string): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.press('Enter');
  }

  /** Nothing on this page keeps somebody from using it. */
  async isForEverybody(): Promise<void> {
    const found = await violations(await this.frame());
    const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ words }) => words)).toEqual([]);
  }
}
