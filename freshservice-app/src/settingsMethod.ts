import { answerSettings, failed, settingsRequestSchema, type SettingsAnswer, type SettingsDesk } from '@baton/shared';
import { agreementBook } from './agreementBook';
import { baselines } from './baselines';
import { sweepAgain } from './dueBells';
import { installationOf, type Installation } from './installation';
import { openRows } from './listedEscalations';
import { progressIn } from './moveOpen';
import { readNamed } from './namedTicket';
import { settingUp, type Args } from './parameters';
import { setupDesk } from './setupDesk';
import { confirmBy } from './signing';
import { isBelievable, log, notWhoTheySay, type Claimed } from './ticketDesk';

const badRequest: SettingsAnswer = {
  ok: false,
  code: 'bad-request',
  sentence: 'The settings sent something Baton does not understand.',
  remedy: 'Reload the page; an older one may still be open.',
};

/** The settings as an agent sees them, whom the browser names or, after a note, Freshservice. */
export function settingsDesk(
  args: Args,
  installation: Installation,
  { person, timeZone }: Claimed,
  now: number,
): SettingsDesk {
  const { hash, entered, records, presence, isAgreed } = installation;
  // Whom an admin named begins, as far as the browser says so: the first agreement counts by a note of theirs.
  const isAdmin = !isAgreed && person !== undefined && person === settingUp(args);
  return {
    name: 'freshservice',
    now,
    asking: {
      ...(person === undefined ? {} : { native: person }),
      timeZone,
      known: 'claimed',
      isAdmin: () => Promise.resolve(isAdmin),
    },
    presence: () => Promise.resolve(presence),
    book: agreementBook({ hash, entered, records, now }),
    setup: setupDesk(args, now),
    moving: { begin: () => sweepAgain(now, 1), progress: () => Promise.resolve(progressIn(installation)) },
    baselines,
    tickets: { open: openRows, named: readNamed },
    confirm: (sitting, act) => confirmBy(installation, sitting, act),
    log,
  };
}

async function answer(args: Args, request: unknown): Promise<SettingsAnswer> {
  const { data } = settingsRequestSchema.safeParse(request);
  if (!data) return badRequest;
  const now = Date.now();
  const installation = await installationOf(args, now).current();
  const isStranger = installation.isAgreed && !(await isBelievable(installation.directory, data.viewer));
  if (isStranger) return notWhoTheySay;
  return answerSettings(settingsDesk(args, installation, data.viewer, now), data);
}

/** Answers a request of the settings page; never throws. */
export async function answerSettingsMethod(args: Args & { readonly request?: unknown }): Promise<SettingsAnswer> {
  try {
    return await answer(args, args.request);
  } catch (error) {
    const { code, sentence, remedy } = failed({ log }, error);
    return { ok: false, code, sentence, remedy };
  }
}
