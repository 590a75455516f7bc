import { resolveBoundary } from './boundary';
import { headerOf } from './header';
import { mayHold, type KeptFacts } from './mayHold';
import { decidingCells } from './overlays';
import { piloted } from './pilot';
import { termsOfCell } from './resolve';
import type { Agreement, Cell } from './schema';
import type { Crossing } from './terms';

/** What a list keeps of an open ticket's promises: some of its facts, and the cells that decided about it. */
export interface PromisedTicket extends KeptFacts {
  /** The cell that made the promises to the customer, and the overlay that changed it. */
  readonly cell: string;
  readonly overlay?: string;
  /** The cells that say how it crosses, where those are others. */
  readonly crossing?: Readonly<Partial<Record<Crossing, string>>>;
}

/** Whether a change is about a ticket: `untold` where something decides that no list keeps, such as its title. */
export type Touch = 'touched' | 'untouched' | 'untold';

/** What is decided for a ticket: the promises to the customer, or how it crosses one way. */
type Part = 'promises' | Crossing;

const parts: readonly Part[] = ['promises', 'client>msp', 'msp>client'];

interface Asked {
  readonly cell: Cell;
  readonly name: string;
  /** For which tickets it is, as text. */
  readonly when: string;
}

const nameOf = (id: string, overlay: string | undefined): string => `${overlay ?? ''}/${id}`;

/** The cells in the order in which a part asks them: where no cell serves a crossing, what promises decides. */
function askedFor(agreement: Agreement, part: Part): readonly Asked[] {
  const serves = ({ boundary }: Cell): boolean => part === 'promises' || boundary === 'any' || boundary === part;
  const cells = decidingCells(agreement);
  return [...cells.filter(serves), ...cells.filter(cell => !serves(cell))].map(cell => ({
    cell,
    name: nameOf(cell.id, cell.overlay),
    when: JSON.stringify([cell.boundary, cell.when]),
  }));
}

/** What a cell says to a part, as text; nothing where there is none. Whose client it is no list keeps. */
function saying(agreement: Agreement, part: Part): (cell: Cell | undefined) => string {
  const header = headerOf(agreement);
  const pilot = { ...agreement.pilot, clients: [] };
  return cell => {
    if (cell === undefined) return '';
    if (part !== 'promises') return JSON.stringify(piloted(pilot, resolveBoundary(header, cell, part), {}));
    return JSON.stringify({ ...termsOfCell(header, cell, agreement.calendars), version: 0, boundaries: {} });
  };
}

/** Where the cell stands that decided; undefined where that cannot be told. */
function placeOf(asked: readonly Asked[], part: Part, { cell, overlay, crossing }: PromisedTicket): number | undefined {
  const id = part === 'promises' ? cell : (crossing?.[part] ?? cell);
  const places = [...asked.keys()].filter(place =>
    id === cell ? asked[place]!.name === nameOf(cell, overlay) : asked[place]!.cell.id === id,
  );
  return places.length === 1 ? places[0] : undefined;
}

/** The cells that may decide; the last is undefined where it may be that none does. */
function candidates(
  asked: readonly Asked[],
  holds: (each: Asked) => boolean | undefined,
): readonly (Cell | undefined)[] {
  const open: Cell[] = [];
  for (const each of asked) {
    const verdict = holds(each);
    if (verdict !== false) open.push(each.cell);
    if (verdict === true) return open;
  }
  return [...open, undefined];
}

/** Whom a pilot is about cannot be told by what is kept, so that another choice of clients may touch what is in one. */
const isByClient = (before: Agreement, after: Agreement, texts: readonly string[]): boolean =>
  before.pilot.clients.join('\n') !== after.pilot.clients.join('\n') &&
  texts.some(text => text.includes('"mode":"pilot"'));

function judging(before: Agreement, after: Agreement, part: Part): (ticket: PromisedTicket) => Touch {
  const [was, is] = [askedFor(before, part), askedFor(after, part)];
  const [saidBefore, saidAfter] = [saying(before, part), saying(after, part)];
  const places = new Map(was.map(({ name, when }, place) => [name, { when, place }]));
  return ticket => {
    const decided = placeOf(was, part, ticket);
    if (decided === undefined) return 'untold';
    // What is asked as before is answered as before: no above the cell that decided, yes at it.
    const open = candidates(is, ({ cell, name, when }) => {
      const known = places.get(name);
      const isAnswered = known?.when === when && known.place <= decided;
      return isAnswered ? known.place === decided : mayHold(cell.when, ticket);
    });
    const own = saidBefore(was[decided]?.cell);
    const texts = open.map(saidAfter);
    if (texts.every(text => text !== own)) return 'touched';
    return texts.every(text => text === own) && !isByClient(before, after, [own, ...texts]) ? 'untouched' : 'untold';
  };
}

/**
 * Says of open tickets whether what they are promised, by whom and in which steps, would be other under a changed
 * agreement, by what a list keeps of them; {@link termsIn} says it of a ticket all of whose facts are known.
 *
 * @param before - under which they were promised it
 */
export function touching(before: Agreement, after: Agreement): (ticket: PromisedTicket) => Touch {
  const judges = parts.map(part => judging(before, after, part));
  const known = new Map<string, Touch>();
  const judged = (ticket: PromisedTicket): Touch => {
    const touches = judges.map(judge => judge(ticket));
    return touches.includes('touched') ? 'touched' : touches.includes('untold') ? 'untold' : 'untouched';
  };
  return ticket => {
    const { workType, priority, impact, cell, overlay, crossing } = ticket;
    const like = JSON.stringify([workType, priority, impact, cell, overlay, crossing]);
    const touch = known.get(like) ?? judged(ticket);
    known.set(like, touch);
    return touch;
  };
}
