import { AgreementError } from '@baton/shared';
import { agreementOf, type Args } from './installation';
import { ifFound, platformAnswer } from './platformErrors';

const SWEEP = 'baton-sweep';
const TEN_MINUTES = 10;

/** The one recurring schedule of this installation. */
export async function ensureSweep(now: number): Promise<void> {
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

/** Why this installation cannot work, in at most sixty characters, which is all that the platform shows. */
export function installationProblem(args: Args): string | undefined {
  const { ledger_key: key = '', agreement = '' } = args.iparams ?? {};
  if (key.length < 16) return 'The ledger key needs at least 16 characters.';
  if (agreement.trim() === '') return undefined;
  try {
    agreementOf(args);
    return undefined;
  } catch (error) {
    const path = error instanceof AgreementError ? error.violations[0]?.path : undefined;
    return `The agreement has a mistake at ${path || 'its beginning'}.`.slice(0, 60);
  }
}

/** Takes the schedule away; a missing one is no reason to keep the app. */
export async function removeSweep(): Promise<void> {
  await ifFound($schedule.delete({ name: SWEEP }), 'deleting the schedule').catch(() => undefined);
}
