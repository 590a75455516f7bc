import { severityOf, sourceOf, type AlertSource, type SeverityMeaning } from '../agreement';
import { DeskError } from '../failures';
import type { AlertClaim, AlertDesk, AlertJob, TicketOrder } from './inboundDesk';

/** How long somebody has to open a ticket until another one may, ms. */
const OPENED_WITHIN = 300_000;
/** How often that may happen for one ticket. */
const TRIES = 4;

/** Monitoring of the agreement, and what one of its severities means. */
export interface Meaning {
  readonly source: AlertSource;
  readonly severity: SeverityMeaning;
}

/** What an alert's source and severity mean; undefined where the agreement does not say any more. */
export function meaningOf(
  { directory }: Pick<AlertDesk, 'directory'>,
  name: string,
  word: string,
): Meaning | undefined {
  const source = sourceOf(directory, name);
  const severity = source?.kind === 'alerts' ? severityOf(directory, source, word) : undefined;
  return source?.kind === 'alerts' && severity ? { source, severity } : undefined;
}

type Trigger = Extract<AlertJob['alert'], { action: 'trigger' }>;

const line = (label: string, text: string | undefined): string[] => (text === undefined ? [] : [`${label}: ${text}`]);

/** The ticket that an alert opens. */
export function orderOf(alert: Trigger, { source, severity }: Meaning): TicketOrder {
  const { summary, key, link, service, severity: word } = alert;
  return {
    source: alert.source,
    title: summary,
    lines: [
      `Opened by ${source.name}, severity ${word}.`,
      ...line('Service', service),
      ...line('Details', link),
      ...line('Alert', key),
    ],
    workType: source.workType,
    priority: severity.priority,
    team: severity.team,
  };
}

/**
 * Opens a ticket once, however many ask for it at a time: whoever wrote the claim opens it, the others take what that
 * one opened or come again. `after` names what was open before, so that the next one can be opened later.
 *
 * @throws DeskError `busy` while somebody else is opening it
 */
export async function openOnce(desk: AlertDesk, after: string, order: TicketOrder, tried = 0): Promise<string> {
  const name = `${after}:${tried}`;
  if (await desk.store.claim(name, { at: desk.now })) {
    const ticket = await desk.open(order).catch(async (error: unknown) => {
      // Whoever comes next need not wait for somebody who has failed.
      await desk.store.write(name, { at: 0 });
      throw error;
    });
    await desk.store.write(name, { at: desk.now, ticket });
    return ticket;
  }
  const { at, ticket } = (await desk.store.read<AlertClaim>(name)) ?? { at: desk.now };
  if (ticket !== undefined) return ticket;
  if (desk.now - at >= OPENED_WITHIN && tried + 1 < TRIES) return openOnce(desk, after, order, tried + 1);
  throw new DeskError('busy', 'The ticket of this alert is being opened.');
}
