import type { Directory } from '@baton/shared';
import { readAgent } from './freshserviceDesk';
import { ifFound } from './platformErrors';

/** Where people are reached: as the agreement says, else as Freshservice does. @throws DeskError */
export async function emailsOf({ people }: Directory, whom: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    whom.map(async person => {
      const { email, freshservice } = people[person] ?? {};
      if (email !== undefined || freshservice === undefined) return email;
      return (await ifFound(readAgent(freshservice), 'reading whom to tell'))?.email;
    }),
  );
  return found.filter(email => email !== undefined);
}
