import { own } from '../own';
import type { Agreement } from '../schema';
import type { Party } from '../terms';
import { offeredTeams, parties, packets, receivingParty, tieBreaks, cells } from './legs';
import { approvers, deciders, officers, rosterPeople } from './references';
import { entries, place, places, repetitions, rule, type Place, type Rule } from './rule';

/** Something that should belong to a party. Unknown names are another rule's business. */
interface Belonging {
  readonly name: string;
  readonly party: Party;
}

type Belongings = (agreement: Agreement) => readonly Place<Belonging>[];

const teamIs = ({ name, party }: Belonging, { teams }: Agreement): boolean =>
  (own(teams, name)?.party ?? party) === party;

const personIs = ({ name, party }: Belonging, { people }: Agreement): boolean =>
  (own(people, name)?.party ?? party) === party;

const pools: Belongings = ({ people }) =>
  entries('people', people).flatMap(({ path, value }) =>
    places(`${path}.teams`, value.teams).map(team => ({
      path: team.path,
      value: { name: team.value, party: value.party },
    })),
  );

const receivers: Belongings = agreement =>
  offeredTeams(agreement).flatMap(({ path, value }) =>
    value.crossings.map(crossing => ({ path, value: { name: value.it, party: receivingParty(crossing) } })),
  );

const speakers: Belongings = agreement =>
  parties(agreement).flatMap(({ path }) => {
    const party: Party = path === 'parties.msp' ? 'msp' : 'client';
    const own = officers(agreement).filter(officer => officer.path.startsWith(`${path}.`));
    return own.map(officer => ({ path: officer.path, value: { name: officer.value, party } }));
  });

const holders: Belongings = agreement => [
  { path: 'intake.team', value: { name: agreement.intake.team, party: agreement.intake.party } },
  ...tieBreaks(agreement).flatMap(({ path, value: { it } }) =>
    place(`${path}.holder.team`, it.holder.team).map(team => ({
      path: team.path,
      value: { name: team.value, party: it.holder.party },
    })),
  ),
];

const signers: Belongings = ({ signatures }) =>
  places('signatures', signatures).map(({ path, value: { person, party } }) => ({
    path: `${path}.person`,
    value: { name: person, party },
  }));

const rosterSeats = (agreement: Agreement): readonly Place<{ team: string; person: string }>[] =>
  rosterPeople(agreement).map(({ path, value }) => ({
    path,
    value: { team: path.slice('teams.'.length, path.indexOf('.roster.')), person: value },
  }));

const nativeIds =
  (desk: 'jira' | 'freshservice') =>
  ({ people }: Agreement) =>
    repetitions(entries('people', people).flatMap(({ path, value }) => place(`${path}.${desk}`, value[desk])));

const account = (desk: 'jira' | 'freshservice', name: string): Rule =>
  rule({
    code: `duplicate-${desk}`,
    at: nativeIds(desk),
    holds: () => false,
    message: ({ first }) => `is already the ${name} of ${first}; one account is one person`,
  });

/** Everyone and everything stands with one party, once. */
export const belonging: readonly Rule[] = [
  rule({
    code: 'two-parties',
    at: pools,
    holds: teamIs,
    message: ({ name, party }, { teams }) =>
      `puts a person of ${party} into “${name}”, a team of ${own(teams, name)?.party}; a person works for one party only`,
  }),
  rule({
    code: 'wrong-receiver',
    at: receivers,
    holds: teamIs,
    message: ({ name, party }) => `is offered to ${party}, but “${name}” is not a team of ${party}; choose one that is`,
  }),
  rule({
    code: 'wrong-holder',
    at: holders,
    holds: teamIs,
    message: ({ name, party }) => `says ${party}, but “${name}” is not a team of ${party}; change one of the two`,
  }),
  rule({
    code: 'wrong-speaker',
    at: speakers,
    holds: personIs,
    message: ({ name, party }) => `names “${name}”, who is not of ${party}; name one of its own people`,
  }),
  rule({
    code: 'wrong-signer',
    at: signers,
    holds: personIs,
    message: ({ name, party }) => `names “${name}”, who cannot sign for ${party}`,
  }),
  rule({
    code: 'not-in-team',
    at: rosterSeats,
    holds: ({ team, person }, { people }) => own(people, person)?.teams.includes(team) ?? true,
    message: ({ team, person }) => `puts “${person}” on the roster of “${team}”; add the team to that person first`,
  }),
  account('jira', 'Jira account'),
  account('freshservice', 'Freshservice agent'),
  rule({
    code: 'duplicate-group',
    at: ({ teams }) =>
      (['freshserviceGroups', 'jiraGroups'] as const).flatMap(groups =>
        repetitions(entries('teams', teams).flatMap(({ path, value }) => places(`${path}.${groups}`, value[groups]))),
      ),
    holds: () => false,
    message: ({ value, first }) => `maps group ${value}, as ${first} does; a group is one team`,
  }),
  rule({
    code: 'duplicate-cell',
    at: agreement => repetitions(cells(agreement).map(({ path, value }) => ({ path: `${path}.id`, value: value.id }))),
    holds: () => false,
    message: ({ value, first }) => `is “${value}”, as ${first} is; give the cell another id`,
  }),
  rule({
    code: 'duplicate-choice',
    at: agreement =>
      packets(agreement).flatMap(({ path, value: { reasons, extra } }) => [
        ...repetitions(
          places(`${path}.reasons`, reasons).map(each => ({ path: `${each.path}.code`, value: each.value.code })),
        ),
        ...repetitions(places(`${path}.extra`, extra).map(each => ({ path: `${each.path}.id`, value: each.value.id }))),
      ]),
    holds: () => false,
    message: ({ value, first }) => `is “${value}”, as ${first} is; each needs a name of its own`,
  }),
];

/** People who are named to answer or decide but are no longer active. */
export const inactiveOwners: Rule = rule({
  code: 'inactive-owner',
  advice: true,
  at: agreement => [
    ...officers(agreement),
    ...rosterPeople(agreement),
    ...deciders(agreement),
    ...approvers(agreement),
  ],
  holds: (name, { people }) => own(people, name)?.active ?? true,
  message: name => `names “${name}”, who is no longer active; name someone else`,
});
