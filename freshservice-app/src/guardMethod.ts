import {
  guardMove,
  inWordsOf,
  personByNative,
  placementOfGroup,
  unopened,
  type Actor,
  type Directory,
  type Placement,
  type State,
} from '@baton/shared';
import { z } from 'zod';
import { installationOf } from './installation';
import type { Args } from './parameters';

/** A group or agent chosen in the ticket form and not saved. */
const choiceSchema = z.strictObject({
  ticket: z.string().regex(/^[0-9]{1,15}$/),
  /** Who the page says is signed in. It only chooses words here: the truth is the event of a saved change. */
  person: z.string().max(200),
  field: z.enum(['group', 'agent']),
  /** An id, or a name where the page says no more; null for none. */
  value: z.string().max(200).nullable(),
});
/** One choice of {@link choiceSchema}. */
export type Choice = z.infer<typeof choiceSchema>;

/** Whether a choice may stand; if not, why, in one sentence. */
export type GuardAnswer = { readonly passes: true } | { readonly passes: false; readonly sentence: string };

const passes: GuardAnswer = { passes: true };

const named = <T extends { readonly name: string }>(entries: Readonly<Record<string, T>>, name: string) =>
  Object.values(entries).find(entry => entry.name === name);

/** The id of what a field says: a name the agreement has is as good as the id. */
const groupIn = ({ teams }: Directory, value: string): string => named(teams, value)?.freshserviceGroups[0] ?? value;
const agentIn = ({ people }: Directory, value: string): string => named(people, value)?.freshservice ?? value;

/** A group decides alone, since the form may drop the agent; without one the ticket is not given to anybody. */
const inGroup = (directory: Directory, value: string | null): Placement | undefined =>
  value === null ? undefined : placementOfGroup(directory, groupIn(directory, value));

/** An agent decides together with the group as the ledger last saw it. */
function withAgent(directory: Directory, { team }: Placement, value: string | null): Placement | undefined {
  const group = team === undefined ? undefined : directory.teams[team]?.freshserviceGroups[0];
  return placementOfGroup(directory, group, value === null ? undefined : agentIn(directory, value));
}

/** Where the ticket would lie; undefined where the agreement cannot tell. */
const placeOf = (directory: Directory, native: Placement, { field, value }: Choice): Placement | undefined =>
  field === 'group' ? inGroup(directory, value) : withAgent(directory, native, value);

function actorOf(directory: Directory, agent: string): Actor {
  const person = personByNative(directory, 'freshservice', agent);
  const party = person === undefined ? undefined : directory.people[person]?.party;
  return person === undefined || party === undefined ? { native: agent.slice(0, 100) || 'nobody' } : { person, party };
}

function judged(directory: Directory, state: State, choice: Choice, now: number): GuardAnswer {
  const to = state.status === 'unopened' ? undefined : placeOf(directory, state.native, choice);
  if (!to) return passes;
  const sentence = guardMove({ directory, nextId: 'none' }, state, {
    type: 'TicketMoved',
    to,
    deliveryId: 'chosen',
    at: now,
    learned: now,
    actor: actorOf(directory, choice.person),
    channel: 'page',
    assurance: 'claimed',
  });
  return sentence === undefined ? passes : { passes: false, sentence: inWordsOf('freshservice', sentence) };
}

async function judge(args: Args, choice: Choice, now: number): Promise<GuardAnswer> {
  const installation = await installationOf(args, now).onTicket(choice.ticket);
  const ports = installation.portsFor(() => Promise.reject(new Error('A guard opens no ledger.')));
  const ledger = await ports.ledger.load(choice.ticket);
  return judged(installation.directory, ledger?.page.state ?? unopened, choice, now);
}

/** A line for the admin; the change passes, since the event of it is read again anyway. */
function letPass(why: string): GuardAnswer {
  console.info(`A change of group or agent could not be judged and passed. ${why}`);
  return passes;
}

/** Answers whether a group or agent that somebody chose may stand; never throws. One entity and one key-value call. */
export async function answerGuardMethod(args: Args & { readonly choice?: unknown }): Promise<GuardAnswer> {
  const choice = choiceSchema.safeParse(args.choice);
  if (!choice.success) return letPass(`The page sent ${choice.error.issues[0]?.path.join('.') || 'nothing'} amiss.`);
  try {
    return await judge(args, choice.data, Date.now());
  } catch (error) {
    return letPass(error instanceof Error ? error.message : 'Something unexpected was thrown.');
  }
}
