import type { LedgerPage, SettingsAnswer } from '../../../src/settings';
import type { SectionProps } from '../section';

type Ask = SectionProps['ask'];
type Told = NonNullable<Extract<SettingsAnswer, { readonly ok: true }>['told']>;
type ExportedLedger = NonNullable<Told['exported']>;
type Answered = Extract<SettingsAnswer, { readonly ok: true }>;

/** How an export goes on: what is told of each step, and whether nobody has stopped it. */
export interface Exporting {
  readonly ask: Ask;
  /** A line of the export, as JSON. */
  add(line: object): void;
  /** One more ledger is in it. */
  tell(): void;
  goesOn(): boolean;
}

async function answerOf(asked: ReturnType<Ask>): Promise<Answered> {
  const answer = await asked;
  if (answer.ok) return answer;
  throw new Error(`${answer.sentence} ${answer.remedy}`);
}

const given = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [name in Name]?: Value };

async function partOf(ask: Ask, ticket: string, page: number | undefined): Promise<ExportedLedger | undefined> {
  const { told = {} } = await answerOf(ask({ type: 'export', ticket, ...given('page', page) } as never));
  return told.exported;
}

/** Each stored page is a line of its own, the newest first, so that no answer is longer than a desk lets it be. */
async function addLedger({ ask, add, tell, goesOn }: Exporting, ticket: string): Promise<void> {
  let part = await partOf(ask, ticket, undefined);
  while (part && goesOn()) {
    add(part);
    part = part.earlier === undefined ? undefined : await partOf(ask, ticket, part.earlier);
  }
  tell();
}

async function ledgersAfter(ask: Ask, after: string | undefined): Promise<LedgerPage> {
  const { told = {} } = await answerOf(ask({ type: 'ledgers', ...given('after', after) } as never));
  return told.ledgers ?? { tickets: [] };
}

async function addLedgers(exporting: Exporting): Promise<void> {
  let page = await ledgersAfter(exporting.ask, undefined);
  for (;;) {
    for (const ticket of page.tickets) if (exporting.goesOn()) await addLedger(exporting, ticket);
    if (page.next === undefined || !exporting.goesOn()) return;
    page = await ledgersAfter(exporting.ask, page.next);
  }
}

async function addAudit({ ask, add, goesOn }: Exporting): Promise<void> {
  let before: number | undefined;
  do {
    const { facts = [] } = await answerOf(ask({ type: 'audit', ...(before === undefined ? {} : { before }) }));
    facts.forEach(fact => add({ format: 'baton-audit', ...fact }));
    before = facts.at(-1)?.revision;
  } while (before !== undefined && before > 1 && goesOn());
}

/** Writes down every version of the agreement, what happened to it, and every ledger. @throws Error in words */
export async function exportEverything(exporting: Exporting, versions: readonly number[]): Promise<void> {
  for (const version of versions) {
    const { text } = await answerOf(exporting.ask({ type: 'text', version }));
    if (text) exporting.add({ format: 'baton-agreement', ...text });
  }
  await addAudit(exporting);
  await addLedgers(exporting);
}
