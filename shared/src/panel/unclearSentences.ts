import type { FactData } from '../escalation';

type Unclear = FactData<'OwnershipUnclear'>;

/** Why nobody clearly has it, as it stands in a sentence. */
const causes: Readonly<Record<Unclear['because'], string>> = Object.freeze({
  'no handoff': 'it went elsewhere without a handoff',
  unclaimed: 'it was to be taken, and nobody has taken it',
  'both wait': 'each party waits for the other',
  away: 'whoever has it is out, and nobody stands in',
  'team gone': 'nobody works any more in the team that has it',
});

/** That nobody clearly has it, and why. */
export function unclearText({ because }: Pick<Unclear, 'because'>): string {
  const howLong = because === 'team gone' ? '' : ' for more than 15 minutes of service';
  return `Nobody clearly has it${howLong}: ${causes[because]}.`;
}
