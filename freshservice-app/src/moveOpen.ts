import {
  moveSome,
  movingNow,
  progressOf,
  tellMoved,
  type HoldingParty,
  type MovingDesk,
  type MovingProgress,
  type OpenPage,
} from '@baton/shared';
import { agreementBook } from './agreementBook';
import { movingSince } from './agreementInForce';
import { carryOut } from './carryOut';
import { readTicket } from './freshserviceDesk';
import type { Installation } from './installation';
import { heldPage } from './listedEscalations';
import { aboutIn, keepAbout } from './sealedRecords';
import { translateTicket } from './translateFreshservice';

/** How far it is lies among the records of people, so that a sweep with nothing to move learns that for nothing. */
const MOVING = 'moving';
/** Tickets told in one run: some eight operations each, of fifty a minute, beside what falls due. */
const MOST = 4;

/** How far moving what is open is, by the records that were read. */
export const progressIn = ({ records, hash }: Pick<Installation, 'records' | 'hash'>): MovingProgress | undefined =>
  aboutIn(records, MOVING, hash) as MovingProgress | undefined;

const nextParty: Readonly<Record<HoldingParty, HoldingParty | undefined>> = { msp: 'client', client: undefined };

/** What each party holds, one party after the other: `after` says which and the store's own mark. */
async function page(after = 'msp '): Promise<OpenPage> {
  const [party, marker] = after.split(' ') as [HoldingParty, string];
  const { rows, next } = await heldPage(party, marker === '' ? undefined : marker);
  const other = nextParty[party];
  if (next !== undefined) return { rows, next: `${party} ${next}` };
  return other === undefined ? { rows } : { rows, next: `${other} ` };
}

const movingDesk = (installation: Installation): MovingDesk => ({
  page,
  tell: async (ticket, event) => {
    const { facts, title } = translateTicket(installation.directory, await readTicket(ticket));
    const { to, advanced } = await tellMoved(installation.portsFor(facts, title), ticket, event);
    await carryOut(ticket, installation, advanced.notices);
    return to;
  },
  log: line => console.info(line),
});

/** What was chosen and is not done yet, by what every sweep reads anyway. */
function isUndone(installation: Installation, now: number): boolean {
  const since = movingSince(installation.records, installation.hash, now);
  const { of, doneAt } = progressIn(installation) ?? {};
  return since !== undefined && !(of === since && doneAt !== undefined);
}

/** Moves some of what is open to the version in force, where somebody chose that; whether more is left. @throws DeskError */
export async function isMoreToMove(installation: Installation, now: number): Promise<boolean> {
  if (!isUndone(installation, now)) return false;
  const { hash, entered, records } = installation;
  const order = movingNow(await agreementBook({ hash, entered, records, now }).load(), now);
  if (!order) return false;
  const progress = progressOf(order, progressIn(installation));
  const next = await moveSome(movingDesk(installation), order, progress, { now, most: MOST });
  await keepAbout(MOVING, next, hash);
  return next.doneAt === undefined;
}
