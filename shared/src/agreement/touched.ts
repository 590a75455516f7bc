import { termsIn } from './parts';
import type { Agreement, TicketFacts } from './schema';

/** An open ticket as a list knows it. */
export interface OpenTicket {
  readonly ticket: string;
  readonly facts: TicketFacts;
}

/** An open ticket for which another agreement says something else, and the cells that decide. */
export interface TouchedTicket {
  readonly ticket: string;
  /** Absent where no cell governs it. */
  readonly before?: string;
  readonly after?: string;
}

const promisesIn = (agreement: Agreement, facts: TicketFacts) => {
  const terms = termsIn(agreement, facts);
  return { cell: terms?.cell, text: JSON.stringify({ ...terms, version: 0 }) };
};

/** The open tickets whose promises would be others under a changed agreement, were they moved to it. */
export function touchedTickets(
  before: Agreement,
  after: Agreement,
  tickets: readonly OpenTicket[],
): readonly TouchedTicket[] {
  return tickets.flatMap(({ ticket, facts }) => {
    const [was, is] = [promisesIn(before, facts), promisesIn(after, facts)];
    if (was.text === is.text) return [];
    return [
      {
        ticket,
        ...(was.cell === undefined ? {} : { before: was.cell }),
        ...(is.cell === undefined ? {} : { after: is.cell }),
      },
    ];
  });
}
