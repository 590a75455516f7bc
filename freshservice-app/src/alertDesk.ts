import {
  DeskError,
  nativePriority,
  nativeWorkType,
  sourceOf,
  takeInbound,
  type AlertDesk,
  type AlertSource,
  type Directory,
  type InboundJob,
  type TicketOrder,
} from '@baton/shared';
import { z } from 'zod';
import { carryOut } from './carryOut';
import { escaped } from './escaped';
import { ask, readTicket } from './freshserviceDesk';
import type { Installation } from './installation';
import { ifFound, platformAnswer } from './platformErrors';
import { countRefusal } from './refusals';
import { translateTicket } from './translateFreshservice';

/** As long as an alert that is heard of no more is known, s. */
const ttl = 90 * 86_400;
/** What Freshservice itself calls open. */
const OPEN = 2;

const named = (name: string): string => `al:${name}`.slice(0, 60);

async function claimed(name: string, value: object): Promise<boolean> {
  try {
    await platformAnswer($db.set(named(name), value, { ttl, setIf: 'not_exist' }), 'claiming an alert');
    return true;
  } catch (error) {
    if (error instanceof DeskError && error.code === 'conflict') return false;
    throw error;
  }
}

const store: AlertDesk['store'] = {
  read: async <T>(name: string) => (await ifFound($db.get(named(name)), 'reading an alert')) as T | undefined,
  write: async (name, value) => void (await platformAnswer($db.set(named(name), value, { ttl }), 'keeping an alert')),
  claim: claimed,
};

type Requester = NonNullable<AlertSource['freshservice']>;

/** In whose name a source's tickets are opened. @throws DeskError */
function requesterOf(directory: Directory, name: string): Requester {
  const source = sourceOf(directory, name);
  const requester = source?.kind === 'alerts' ? source.freshservice : undefined;
  if (requester) return requester;
  throw new DeskError(
    'refused',
    `Source ${name} names no requester: add freshservice.requester to it in the agreement.`,
  );
}

function fieldsOf(directory: Directory, { source, title, lines, workType, priority, team }: TicketOrder): object {
  const { requester, workspace } = requesterOf(directory, source);
  const group = directory.teams[team]?.freshserviceGroups[0];
  return {
    subject: title,
    description: lines.map(line => `<div>${escaped(line)}</div>`).join(''),
    email: requester,
    status: OPEN,
    type: nativeWorkType(directory, 'freshservice', workType) ?? 'Incident',
    priority: Number(nativePriority(directory, 'freshservice', priority)),
    ...(group === undefined ? {} : { group_id: Number(group) }),
    ...(workspace === undefined ? {} : { workspace_id: Number(workspace) }),
  };
}

const createdSchema = z.looseObject({ ticket: z.looseObject({ id: z.number().transform(String) }) });

async function open(directory: Directory, order: TicketOrder): Promise<string> {
  const { data } = createdSchema.safeParse(await ask('createTicket', {}, fieldsOf(directory, order)));
  if (data) return data.ticket.id;
  throw new DeskError('unexpected', 'Freshservice did not say which ticket it opened.');
}

function alertDesk(installation: Installation, now: number): AlertDesk {
  const { directory } = installation;
  const on = new Map<string, Promise<Installation>>();
  const known = (ticket: string) => on.get(ticket) ?? on.set(ticket, installation.onTicket(ticket)).get(ticket)!;
  return {
    name: 'freshservice',
    directory,
    now,
    store,
    portsFor: async ticket =>
      (await known(ticket)).portsFor(async () => translateTicket(directory, await readTicket(ticket)).facts),
    open: order => open(directory, order),
    refuse: because => countRefusal(because, now),
    carryOut: async (ticket, notices) => carryOut(ticket, await known(ticket), notices),
  };
}

/** Takes what was let in at `now` (epoch ms). @throws LedgerError, DeskError */
export const takeJob = (installation: Installation, job: InboundJob, now: number): Promise<void> =>
  takeInbound(alertDesk(installation, now), job);
