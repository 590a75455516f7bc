import { ifFound, platformAnswer } from './platformErrors';

const KEY = 'inbound:address';

/** Where monitoring knocks, as the platform told when the app was set up; undefined before that. @throws DeskError */
export const readAddress = async (): Promise<string | undefined> =>
  ((await ifFound($db.get(KEY), 'reading the address')) as { url?: string } | undefined)?.url;

/** Asks the platform where the app can be reached, which it tells in few events only, and keeps it. @throws DeskError */
export async function keepAddress(): Promise<void> {
  const url = await platformAnswer(generateTargetUrl(), 'asking for the address');
  await platformAnswer($db.set(KEY, { url }), 'keeping the address');
}
