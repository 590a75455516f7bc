import { partyOf } from '../agreement';
import type { Outcome, TicketEventOf } from '../ticket';
import { fact, facts, nothing, type Context, type Decision } from './decision';
import { decideReplied } from './decideStatus';
import { decideTell } from './decideTell';
import type { FactOf, NewFact } from './events';
import type { Waiting } from './notice';
import { outboxOf } from './outbox';
import type { State } from './state';
import { isEarly } from './turns';

/** How long until all channels are tried again once none took a message, ms; after the last it is given up. */
const PAUSES = [60_000, 300_000, 900_000, 3_600_000, 14_400_000];

type Again = Pick<FactOf<'NoticeFailed'>['data'], 'again' | 'isAsked'>;

/** How long it waits now; undefined where it was tried often enough. One tried before its turn keeps that. */
function pauseOf(owed: Waiting, learned: number): number | undefined {
  if (isEarly(owed, learned)) return owed.at - learned;
  // What a person sent the customer is never given up by itself.
  return PAUSES[owed.rounds] ?? (owed.to.party === 'customer' ? PAUSES.at(-1) : undefined);
}

/** When all channels are tried again: not before any of them asked for, and not all tickets at one instant. */
function againAt(owed: Waiting, { waits = 0, jitter = 0 }: Outcome, learned: number): Again {
  const pause = pauseOf(owed, learned);
  if (pause === undefined) return {};
  const again = learned + Math.round(Math.max(pause, waits) * (1 + jitter / 4));
  return { again, ...(waits > pause ? { isAsked: true } : {}) };
}

const howTaken = ({ isPage, isDigest }: Outcome) => ({
  ...(isPage ? { isPage } : {}),
  ...(isDigest ? { isDigest } : {}),
});

/** The customer has heard it from whoever pressed Send: what any public reply of theirs means. */
function heard(
  context: Context,
  state: State,
  event: TicketEventOf<'NoticesSent'>,
  { as, to }: Waiting,
): readonly NewFact[] {
  if (as === undefined || to.party !== 'customer') return [];
  const party = partyOf(context.directory, as);
  const actor = { person: as, ...(party === undefined ? {} : { party }) };
  const replied = decideReplied(context, state, { ...event, type: 'PublicReplySent', actor });
  return 'facts' in replied ? replied.facts : [];
}

/** What the desk refuses to tell the customer, or cannot, since the text was removed, is not tried again. */
const isFinal = ({ to }: Waiting, because: Outcome['because']): boolean =>
  because === 'erased' || (to.party === 'customer' && because === 'refused');

/** What channels did with messages, one after the other. One that was taken meanwhile needs nothing more. */
function decideNoticesSent(context: Context, state: State, event: TicketEventOf<'NoticesSent'>): Decision {
  const { waiting } = outboxOf(state);
  const noted = event.outcomes.flatMap(outcome => {
    const { notice, channel, key, because } = outcome;
    const owed = waiting.find(one => one.notice === notice);
    if (!owed) return [];
    if (because === undefined) {
      const taken = fact(event, 'NoticeHandedOver', { notice, channel, key, ...howTaken(outcome) });
      return [taken, ...heard(context, state, event, owed)];
    }
    const isLast = owed.channels.at(-1) === channel;
    const again = isLast && !isFinal(owed, because) ? againAt(owed, outcome, event.learned) : {};
    return [fact(event, 'NoticeFailed', { notice, channel, key, because, ...again })];
  });
  return facts(...noted);
}

/** Somebody wants what was given up to be tried again. */
function decideRetryNotices(_: Context, state: State, event: TicketEventOf<'RetryNotices'>): Decision {
  return outboxOf(state).givenUp.length === 0 ? nothing : facts(fact(event, 'NoticesRetried', {}));
}

const isSilent = (state: State): boolean => state.status !== 'unopened' && state.silentSince !== undefined;

/** The desk takes nothing that is to be said on it: said once, until it does. */
const decideDeskFellSilent = (_: Context, state: State, event: TicketEventOf<'DeskFellSilent'>): Decision =>
  state.status === 'unopened' || isSilent(state) ? nothing : facts(fact(event, 'DeskFellSilent', {}));

/** The desk has taken all that waited. */
const decideDeskAnswered = (_: Context, state: State, event: TicketEventOf<'DeskAnswered'>): Decision =>
  isSilent(state) ? facts(fact(event, 'DeskAnswered', {})) : nothing;

/** What each event about messages means. */
export const noticeDeciders = {
  TellCustomer: decideTell,
  NoticesSent: decideNoticesSent,
  RetryNotices: decideRetryNotices,
  DeskFellSilent: decideDeskFellSilent,
  DeskAnswered: decideDeskAnswered,
} as const;
