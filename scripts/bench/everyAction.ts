import { judged, type JudgedCost } from '../workbench/budgets';
import { benchDesk, type BenchDesk, type DeskName } from './benchDesk';

/** What somebody or something does, in words, with what each call of the app cost. */
export interface Performed {
  readonly action: string;
  readonly calls: readonly JudgedCost[];
}

type Step = readonly [action: string, happens: (on: BenchDesk, id: string) => Promise<unknown>];

const packet = {
  diagnosis: 'Disk latency on db-2 since 09:40, not load',
  actions: 'Restarted the replica, moved backups off the array',
  evidence: 'Latency graph, array log.txt',
  nextAction: 'Replace the volume behind db-2',
};

/** The complete packet of a handoff to Northwind's NOC. */
export const offer = {
  type: 'offer',
  fields: { ...packet, receiver: 'northwind-noc', reason: 'skills', deadline: '2026-03-02 15:30' },
};

const must = async (on: BenchDesk, id: string, [person, request]: readonly [string, object]): Promise<void> => {
  const answer = await on.press(id, person, request);
  if (!answer.ok) throw new Error(`${on.desk.name}: ${JSON.stringify(request)} was refused: ${answer.sentence}`);
};
const presses =
  (person: string, request: object): Step[1] =>
  (on, id) =>
    must(on, id, [person, request]);
const guidance = 'Collect the array log first';
const decline = { type: 'decline', code: 'no-capacity', why: 'Two of us are off today' };
/** As the sidebar does it on Freshservice: the person's own session takes the ticket first. */
export const claimForAccept = async (on: BenchDesk, id: string): Promise<void> => {
  if (on.desk.name === 'freshservice') await on.desk.change(id, 'omar', { team: 'northwind-noc', person: 'omar' });
};
const acceptsAtOnce: Step[1] = async (on, id) => {
  await claimForAccept(on, id);
  await must(on, id, ['omar', { type: 'accept' }]);
};
const acceptsWhenHeard: Step[1] = async (on, id) => {
  await claimForAccept(on, id);
  await on.desk.settle();
  await must(on, id, ['omar', { type: 'accept' }]);
};

async function offeredTo(on: BenchDesk, person: string) {
  const answer = await on.list(person, { type: 'list' });
  const [row] = answer.ok && 'view' in answer ? answer.view.offered.rows : [];
  if (!row) throw new Error(`${on.desk.name}: nothing is offered in the list`);
  return row;
}

const acceptsFromList: Step[1] = async on => {
  const { ticket, accept } = await offeredTo(on, 'omar');
  const answer = await on.list('omar', { type: 'accept', actId: 'bench-row-1', ticket, ...accept });
  if (!answer.ok) throw new Error(`${on.desk.name}: accepting from the list was refused: ${answer.sentence}`);
};

const shiftOffer = {
  ...{ type: 'offer shift', shift: 'shift-of-omar', nextAction: 'Call them back', deadline: '2026-03-02 15:00' },
};

/** One story in which everything happens that is counted, a minute or more apart. */
const steps: readonly Step[] = [
  ['a ticket is claimed', (on, id) => on.desk.change(id, 'ana', { person: 'ana' })],
  ['a note is written', (on, id) => on.desk.say(id, 'ana', 'The replica lags by forty seconds.', false)],
  ['a note that says nothing new', (on, id) => on.desk.say(id, 'ana', 'Nothing in the log of the array.', false)],
  ['a reply is sent', (on, id) => on.desk.say(id, 'ana', 'We are looking into it.', true)],
  ['a priority is raised', (on, id) => on.desk.change(id, 'ana', { priority: 1 })],
  ['the panel is shown', presses('ana', { type: 'view' })],
  ['the form is opened', presses('ana', { type: 'form' })],
  ['hand off', presses('ana', offer)],
  ['withdraw', presses('ana', { type: 'withdraw' })],
  ['hand off again', presses('ana', offer)],
  ['decline', presses('omar', decline)],
  ['hand off once more', presses('ana', offer)],
  ['accept, after the event of the claim', acceptsWhenHeard],
  ['return after acceptance', presses('omar', { type: 'return', guidance })],
  ['accept back', presses('ana', { type: 'accept' })],
  ['hand off a last time', presses('ana', offer)],
  ['accept, together with that event', acceptsAtOnce],
  ['resolve', (on, id) => on.desk.change(id, 'omar', { status: 'resolved' })],
  ['reopen', (on, id) => on.desk.change(id, 'omar', { status: 'open' })],
  ['a move outside Baton', (on, id) => on.desk.change(id, 'omar', { team: 'contoso-desk', person: 'ana' })],
  ['take back', presses('omar', { type: 'take back', why: 'Assigned by mistake' })],
  ['another move outside Baton', (on, id) => on.desk.change(id, 'omar', { team: 'contoso-desk', person: 'ana' })],
  ['accept as it is', presses('ana', { type: 'accept as it is', reason: 'urgent' })],
  ['hand off, then look at the list', presses('ana', offer)],
  ['the list is shown', async on => void (await offeredTo(on, 'omar'))],
  ['accept from the list', acceptsFromList],
  ['hand the shift over', presses('omar', shiftOffer)],
  ['take the shift over', presses('grace', { type: 'take shift', shift: shiftOffer.shift, isAlone: true })],
];

const judgedSince = (on: BenchDesk): readonly JudgedCost[] => on.counted().map(judged);

/** Performs every action on a desk and tells what the app's calls cost, each with its budget. */
export async function everyAction(name: DeskName, dist: string): Promise<readonly Performed[]> {
  const on = await benchDesk(name, dist);
  const performed: Performed[] = [];
  const perform = async (action: string, work: () => Promise<unknown>): Promise<void> => {
    await on.minutes(1);
    on.counted();
    await work();
    await on.desk.settle();
    performed.push({ action, calls: judgedSince(on) });
  };
  let id = '';
  await perform('a ticket is created', async () => (id = await newTicket(on)));
  for (const [action, happens] of steps) await perform(action, () => happens(on, id));
  performed.push(...(await timePasses(on)));
  if (on.changeUntold) await perform('an event that does not say what changed', () => on.changeUntold!(id));
  await on.stop();
  return performed;
}

/** A P2 incident at Contoso's service desk. */
export const newTicket = (on: BenchDesk): Promise<string> =>
  on.desk.create({
    title: 'Payroll database is slow',
    description: 'The payroll run takes hours instead of minutes.',
    type: 'incident',
    priority: 2,
    openedBy: 'carla',
    team: 'contoso-desk',
  });

/** Sweeps with nothing due, then with an offer nobody answers. */
async function timePasses(on: BenchDesk): Promise<readonly Performed[]> {
  await on.minutes(60);
  on.counted();
  await on.minutes(10);
  const idle = judgedSince(on);
  const id = await newTicket(on);
  await on.desk.change(id, 'ana', { person: 'ana' });
  await on.desk.settle();
  await must(on, id, ['ana', offer]);
  on.counted();
  await on.minutes(40);
  const all = judgedSince(on);
  const quiet = JSON.stringify(idle[0]?.operations);
  return [
    { action: 'a sweep, nothing due', calls: idle },
    { action: 'a sweep, an offer lapses', calls: all.filter(({ operations }) => JSON.stringify(operations) !== quiet) },
  ];
}
