import { AgreementError, enteredViolations, readSecrets } from '@baton/shared';
import { enteredAgreement, type Args } from './parameters';
import { ifFound, platformAnswer } from './platformErrors';
import { keepAddress } from './targetAddress';

const SWEEP = 'baton-sweep';
const TEN_MINUTES = 10;

/** The one recurring schedule of this installation. */
async function ensureSweep(now: number): Promise<void> {
  const known = await ifFound($schedule.fetch({ name: SWEEP }), 'reading the schedule');
  if (known) return;
  const schedule = {
    name: SWEEP,
    data: { is: 'sweep' },
    schedule_at: new Date(now + TEN_MINUTES * 60_000).toISOString(),
    repeat: { time_unit: 'minutes' as const, frequency: TEN_MINUTES },
  };
  await platformAnswer($schedule.create(schedule), 'making the schedule');
}

/** What an installation needs to run at `now` (epoch ms). @throws DeskError */
export async function setUp(now: number): Promise<void> {
  await ensureSweep(now);
  await keepAddress();
}

/** All that the platform shows of a reason. */
const SHOWN = 60;
const KEY_LENGTH = 32;

const firstMistake = ({ violations: [first] }: AgreementError): string =>
  first ? `Mend ${first.path || 'the agreement'}: ${first.message}` : 'The agreement has a mistake.';

const shown = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text);

/** What is wrong with an agreement and where, in as many letters as are shown; the rest is a line for the admin. */
function mistakeIn(error: unknown): string {
  if (!(error instanceof AgreementError)) return 'The agreement cannot be read.';
  console.info(error.message);
  if (error.code === 'newer-version') return 'Update Baton: this agreement is from a newer version.';
  if (error.code === 'syntax') return 'The agreement is not valid JSON: paste the exported file.';
  return shown(firstMistake(error));
}

/** What is wrong with the channels' addresses and the sources' keys. @throws AgreementError */
function secretProblem(args: Args): string | undefined {
  const agreement = enteredAgreement(args);
  if (!agreement) return undefined;
  const [first] = enteredViolations(agreement, readSecrets(args.iparams?.channel_secrets ?? ''));
  if (!first) return undefined;
  const what = Object.hasOwn(agreement.sources, first.path) ? 'Source' : 'Channel';
  const problem = `${what} ${first.path} ${first.message}`;
  console.info(problem);
  return shown(problem);
}

/** Why this installation cannot work and what to do about it; undefined when it can. */
export function installationProblem(args: Args): string | undefined {
  const { ledger_key: key = '' } = args.iparams ?? {};
  if (key.length < KEY_LENGTH) return `The ledger key needs at least ${KEY_LENGTH} characters.`;
  try {
    return secretProblem(args);
  } catch (error) {
    return mistakeIn(error);
  }
}

/** Takes the schedule away; a missing one is no reason to keep the app. */
export async function removeSweep(): Promise<void> {
  await ifFound($schedule.delete({ name: SWEEP }), 'deleting the schedule').catch(() => undefined);
}
