import { crossingTo, type Directory, type HoldingParty, type Terms, type VendorCard } from '../agreement';
import type { Asked, AskKind } from '../ticket';
import { dueAfter, type CalendarSpec } from '../time';
import { askableVendor } from './askedOf';
import { custodian } from './custody';
import type { Context } from './decision';
import { everyHour, hoursAs, hoursOf } from './hours';
import type { Open } from './state';

/** By when an Ask is to be answered (epoch ms), how often it is chased then (service ms), and a vendor's hours. */
export interface AskTarget {
  readonly answerBy: number;
  readonly chase: number;
  readonly hours?: CalendarSpec;
}

/** Service ms that the agreement gives a party to answer; help and an acknowledgement come as fast as an acceptance. */
function answerWithin({ boundaries }: Terms, party: HoldingParty, kind: AskKind): number {
  const { acknowledge, answer, nextAction } = boundaries[crossingTo(party)];
  return kind === 'escalate' || kind === 'raise' ? acknowledge : (answer ?? nextAction);
}

/** A vendor's hours as they are now; undefined where it answers at every hour. */
const vendorHours = ({ calendars = {} }: Directory, { hours }: Partial<VendorCard>): CalendarSpec | undefined =>
  hours === undefined ? undefined : calendars[hours];

function vendorTarget(directory: Directory, state: Open, vendor: string, at: number): AskTarget {
  const card: Partial<VendorCard> = askableVendor(directory, vendor) ?? {};
  const within = card.respond ?? answerWithin(state.terms, custodian(state).party, 'vendor case');
  const chase = card.update ?? chaseEvery(state.terms, within);
  const hours = vendorHours(directory, card);
  if (hours === undefined) return { answerBy: dueAfter(everyHour(), at, within), chase };
  return { answerBy: dueAfter(hoursAs(hours), at, within), chase, hours };
}

/** A late answer is chased as often as the cell says, else once in the time that there was to answer. */
const chaseEvery = ({ asks }: Terms, within: number): number => asks?.chase ?? within;

/** What the agreement promises of an Ask made at `at` (epoch ms): on the calendar of whoever is asked. */
export function askTarget(
  { directory }: Pick<Context, 'directory'>,
  state: Open,
  { kind, of, at }: { readonly kind: AskKind; readonly of: Asked; readonly at: number },
): AskTarget {
  if (of.party === 'vendor') return vendorTarget(directory, state, of.vendor, at);
  const within = answerWithin(state.terms, of.party, kind);
  const answerBy = dueAfter(hoursOf(state.terms, of.party, of.team), at, within);
  return { answerBy, chase: chaseEvery(state.terms, within) };
}
