import type { Agreement } from './schema';
import type { Directory } from './directory';
import { dutyAt } from './roster';

type Entries<Key extends keyof Directory> = Directory[Key];

const partyCard = ({ name, timeZone, worksAt, lead, coordinator, approver }: Agreement['parties']['msp']) => ({
  name,
  timeZone,
  worksAt,
  lead,
  coordinator,
  approver,
});

const teamCards = ({ teams, parties }: Agreement, at?: number): Entries<'teams'> =>
  Object.fromEntries(
    Object.entries(teams).map(([id, { name, party, tier, freshserviceGroups, roster }]) => {
      const duty = dutyAt(roster, parties[party].timeZone, at);
      return [id, { name, party, tier, freshserviceGroups, ...duty }];
    }),
  );

const peopleCards = (people: Agreement['people']): Entries<'people'> =>
  Object.fromEntries(
    Object.entries(people).map(([id, { name, party, teams, jira, freshservice, active }]) => {
      const native = {
        ...(jira === undefined ? {} : { jira }),
        ...(freshservice === undefined ? {} : { freshservice }),
      };
      return [id, { name, party, teams, ...native, active }];
    }),
  );

/**
 * The directory an agreement gives: its people, teams, rosters and the desks' words.
 *
 * @param at - epoch ms for which the rosters are read; without it only their standing names count
 */
export function directoryOf(agreement: Agreement, at?: number): Directory {
  const { parties, people, desks, intake } = agreement;
  const { jira, freshservice } = desks;
  return {
    parties: { msp: partyCard(parties.msp), client: partyCard(parties.client) },
    teams: teamCards(agreement, at),
    people: peopleCards(people),
    statuses: { jira: jira.statuses, freshservice: freshservice.statuses },
    workTypes: { jira: jira.workTypes, freshservice: freshservice.workTypes },
    priorities: { jira: jira.priorities, freshservice: freshservice.priorities },
    intake,
  };
}
