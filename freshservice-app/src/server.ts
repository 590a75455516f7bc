import type { Args } from './parameters';
import { isAgain, rungFor } from './dueBells';
import { ring, sweep, sweepShare } from './dueTime';
import { answerGuardMethod } from './guardMethod';
import { onExternalEvent, onLater } from './inbound';
import { laterIn } from './inboundLater';
import { answerListMethod } from './listMethod';
import { answerPanelMethod } from './panelMethod';
import { installationProblem, removeSweep, setUp } from './setup';
import { answerSettingsMethod } from './settingsMethod';
import { missedIn } from './missedEvents';
import { onConversation, onMissed, onTicketChange } from './ticketEvents';

const reply = (work: Promise<object | undefined>): Promise<void> =>
  work.then(
    answer => renderData(null, answer ?? {}),
    () => renderData({ message: 'Baton could not do this now. Please try again.' }),
  );

/** The sidebar's only door. */
export const panel = (args: Args & { request?: unknown }): Promise<void> => reply(answerPanelMethod(args));

/** The background page's only door. */
export const guard = (args: Args & { choice?: unknown }): Promise<void> => reply(answerGuardMethod(args));

/** The full page's only door. */
export const list = (args: Args & { request?: unknown }): Promise<void> => reply(answerListMethod(args));

/** The door of the agreement's settings. */
export const settings = (args: Args & { request?: unknown }): Promise<void> => reply(answerSettingsMethod(args));

export const onTicketCreateHandler = (args: Args): Promise<void> => onTicketChange(args);
export const onTicketUpdateHandler = (args: Args): Promise<void> => onTicketChange(args);
export const onConversationCreateHandler = (args: Args): Promise<void> => onConversation(args);

/** The recurring sweep, a bell for one ticket, or an event that has to be tried again. */
function onScheduled(args: Args & { data?: unknown }, now: number): Promise<void> {
  const missed = missedIn(args.data);
  const later = laterIn(args.data);
  const ticket = rungFor(args.data);
  if (missed) return onMissed(args, missed);
  if (later) return onLater(args, later, now);
  if (isAgain(args.data)) return sweepShare(args, now);
  return ticket === undefined ? sweep(args, now) : ring(args, ticket, now);
}

export function onScheduledEventHandler(args: Args & { data?: unknown }): Promise<void> {
  return onScheduled(args, Date.now()).catch((error: unknown) => {
    console.info(error instanceof Error ? `${error.name}: ${error.message}` : 'A sweep failed.');
  });
}

/** Monitoring, a pager or a vendor has knocked. */
export const onExternalEventHandler = (args: Args): Promise<void> =>
  onExternalEvent(args).catch((error: unknown) => {
    console.info(error instanceof Error ? `${error.name}: ${error.message}` : 'What came from outside was not taken.');
  });

/** Refuses an installation that could not work, with the reason. */
export function onAppInstallHandler(args: Args): Promise<void> {
  const problem = installationProblem(args);
  if (problem !== undefined) {
    renderData({ message: problem });
    return Promise.resolve();
  }
  return reply(setUp(Date.now()).then(() => undefined));
}

export const afterAppUpdateHandler = (): Promise<void> => reply(setUp(Date.now()).then(() => undefined));
export const onAppUninstallHandler = (): Promise<void> => reply(removeSweep().then(() => undefined));
