import type { Directory, HoldingParty } from '../agreement';

const both: readonly HoldingParty[] = ['msp', 'client'];

/** The parties that hear of things on a channel, or people of theirs do. */
function owning({ parties, people }: Directory, channel: string): readonly HoldingParty[] {
  const isTheirs = (party: HoldingParty): boolean =>
    [parties[party], ...Object.values(people).filter(person => person.party === party)].some(({ notify = [] }) =>
      notify.includes(channel),
    );
  return both.filter(isTheirs);
}

/** Who has to know that a channel is down, and on which others they may hear it, first choice first. */
export interface Owner {
  readonly party: HoldingParty;
  readonly lead: string;
  readonly channels: readonly string[];
}

/** The service leads of the parties whose channel it is; nobody is paged for it, and a channel that is down itself is no way. */
export function ownersOf(directory: Directory, channel: string): readonly Owner[] {
  const { channels = {}, outages = {}, parties, people } = directory;
  const isWay = (id: string): boolean =>
    id !== channel && outages[id] === undefined && ['slack', 'teams', 'webhook'].includes(channels[id]?.kind ?? '');
  return owning(directory, channel).map(party => {
    const { lead, notify = [] } = parties[party];
    return { party, lead, channels: [...new Set([...(people[lead]?.notify ?? []), ...notify])].filter(isWay) };
  });
}
