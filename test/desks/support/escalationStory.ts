import type { LedgerFact, PanelAnswer } from '@baton/shared';
import type { Arrival } from '../../../scripts/workbench/arrivals';
import { at, type TestDesk } from './desks';

/** A moment of a story: when, and who does what. What a panel answers is given back, so that it can be pressed again. */
interface Moment {
  readonly at: string;
  readonly what: string;
  happens(on: TestDesk, id: string): Promise<PanelAnswer | void>;
}

/** A press in the panel: pressed again after a failure it is the same press. */
const presses =
  (person: string, request: { readonly type: string; readonly guidance?: string }): Moment['happens'] =>
  (on, id) =>
    on.ask(id, person, { ...request, actId: `${request.type}-by-${person}-on-${id}` });

/** As the sidebar accepts on Freshservice: the agent's own session takes the ticket, then the press is sent. */
const accepts =
  (person: string, team: string): Moment['happens'] =>
  async (on, id) => {
    if (on.name === 'freshservice') await on.change(id, person, { team, person });
    return presses(person, { type: 'accept' })(on, id);
  };

const guidance = 'Collect the array log first';

/** A whole escalation after its opening; between two moments there is time for a retry and a sweep. */
const moments: readonly Moment[] = [
  { at: '09:17', what: 'Ana takes it', happens: (on, id) => on.change(id, 'ana', { person: 'ana' }) },
  { at: '09:33', what: 'Ana works on it', happens: (on, id) => on.say(id, 'ana', 'The replica lags by a minute.') },
  {
    at: '09:49',
    what: 'Ana hands it off',
    happens: (on, id) => on.offer(id, 'ana', {}, `offer-by-ana-on-${id}`),
  },
  { at: '10:05', what: 'Omar accepts', happens: accepts('omar', 'northwind-noc') },
  { at: '10:21', what: 'Omar works on it', happens: (on, id) => on.say(id, 'omar', 'Volume check started.') },
  { at: '10:37', what: 'Omar replies', happens: (on, id) => on.say(id, 'omar', 'We replace a volume today.', true) },
  { at: '10:53', what: 'Omar returns it', happens: presses('omar', { type: 'return', guidance }) },
  { at: '11:09', what: 'Ana accepts it back', happens: accepts('ana', 'contoso-desk') },
  { at: '11:25', what: 'Ana resolves it', happens: (on, id) => on.change(id, 'ana', { status: 'resolved' }) },
  { at: '11:41', what: 'Ana reopens it', happens: (on, id) => on.change(id, 'ana', { status: 'open' }) },
];

/** When a moment of the story is, as facts are compared. */
export const momentAt = (what: string): string => {
  const found = moments.find(moment => moment.what === what);
  if (!found) throw new Error(`The story has no moment '${what}'.`);
  return new Date(at(found.at)).toISOString();
};

/** What goes wrong on a ticket: in one of its moments, at which write or product event of that moment, counted from 1. */
export type Trouble = { readonly moment: string; readonly nth: number } & (
  { readonly write: WriteTrouble } | { readonly event: Arrival }
);

export type WriteTrouble = 'fails' | 'answer is lost' | 'crash before' | 'crash after';

/** What one moment of an undisturbed story comes to. */
export interface Cost {
  readonly moment: string;
  readonly writes: number;
  readonly events: number;
}

const WRITE = /^(kvs (entity\/)?(set|delete|transaction)|db\.(set|update|delete)|entity\.(create|update|delete)) /;

/** The first moment. */
export const OPENING = 'it is opened';

/** Writes of a desk's app among operations in words. */
export const writesOf = (operations: readonly string[]): readonly string[] =>
  operations.filter(operation => WRITE.test(operation));

/** Lets the how-manyth write from now go wrong, 1 being the next. */
export const troubleWrite = (on: TestDesk, nth: number, write: WriteTrouble): void =>
  on.faults.add({
    storageWrite: nth,
    then: write.startsWith('crash') ? 'crash' : 'fail',
    done: write === 'crash after' || write === 'answer is lost',
  });

function arm(on: TestDesk, troubles: readonly Trouble[], moment: string): void {
  for (const trouble of troubles.filter(one => one.moment === moment)) {
    if ('event' in trouble) on.fate.befallsEvent(trouble.nth - 1, trouble.event);
    else troubleWrite(on, trouble.nth, trouble.write);
  }
}

/** Whoever sees that a press failed presses again. */
async function pressed(on: TestDesk, { happens }: Moment, id: string): Promise<void> {
  for (let tried = 0; tried < 3; tried += 1) {
    const answer = await happens(on, id).catch(() => ({ ok: false as const }));
    await on.desk.settle();
    if (answer?.ok !== false) return;
  }
}

/** The story as it was told on several tickets at once. */
export interface ToldEscalation {
  /** One ticket for each list of troubles. */
  readonly ids: readonly string[];
  /** What the first ticket's moments came to. */
  readonly costs: readonly Cost[];
  /** Troubles that found nothing to befall. */
  readonly unstruck: readonly Trouble[];
}

/** Tells the story on one ticket for each list of troubles, all of them in step. */
export async function tellEscalation(on: TestDesk, troubles: readonly (readonly Trouble[])[]): Promise<ToldEscalation> {
  const ids: string[] = [];
  const costs: Cost[] = [];
  const unstruck: Trouble[] = [];
  const during = async (index: number, moment: string, work: () => Promise<void>): Promise<void> => {
    const [operations, events, mine] = [on.fate.operations.length, on.events.length, troubles[index] ?? []];
    arm(on, mine, moment);
    await work();
    const isLeft = on.faults.coming().length > 0 || on.fate.isComing();
    if (isLeft) unstruck.push(...mine.filter(one => one.moment === moment));
    on.faults.clear();
    on.fate.passes();
    const writes = writesOf(on.fate.operations.slice(operations)).length;
    if (index === 0) costs.push({ moment, writes, events: on.events.length - events });
  };
  await on.until('09:01');
  for (const index of troubles.keys()) await during(index, OPENING, async () => void ids.push(await on.open()));
  for (const moment of moments) {
    await on.until(moment.at);
    for (const [index, id] of ids.entries()) await during(index, moment.what, () => pressed(on, moment, id));
  }
  await on.until('12:30');
  return { ids, costs, unstruck };
}

type ToldFact = Pick<LedgerFact, 'type' | 'by' | 'data'> & { readonly at: string };

/**
 * Facts as they must be equal: what happened, when and by whom, in the order of the instants; not when it was learned,
 * nor ids and hashes. On Freshservice the press and the event of the claim that it makes race for the same acceptance,
 * and the other one of them only raises its assurance. The desk's own due times are of whenever they were read.
 */
export const comparable = (facts: readonly LedgerFact[]): readonly ToldFact[] =>
  facts
    .filter(({ type }) => type !== 'AssuranceRaised')
    .map(({ type, at, by: { person, party, rule }, data }) => {
      const { escalation: _, how: __, ...said } = data as { escalation?: string; how?: string };
      const told = type === 'NativeDueRead' ? 'as read' : new Date(at).toISOString();
      return { type, at: told, by: { person, party, rule }, data: said } as unknown as ToldFact;
    })
    .sort((a, b) => a.at.localeCompare(b.at));
