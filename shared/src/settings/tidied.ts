import { crossingTo, otherParty, type AgreementDocument, type HoldingParty } from '../agreement';

type Boundary = AgreementDocument['boundaries']['client>msp'];
type Team = AgreementDocument['teams'][string];

const tierOrder: Readonly<Record<Team['tier'], number>> = { L1: 1, L2: 2, L3: 3, vendor: 4 };

/** The party's teams, the first line first: who usually gets what comes in. */
function firstTeam({ teams }: AgreementDocument, party: HoldingParty): string | undefined {
  const own = Object.entries(teams).filter(([, team]) => team.party === party);
  return own.sort(([, one], [, other]) => tierOrder[one.tier] - tierOrder[other.tier])[0]?.[0];
}

const isTeamOf = ({ teams }: AgreementDocument, id: string | undefined, party: HoldingParty): boolean =>
  id !== undefined && Object.hasOwn(teams, id) && teams[id]?.party === party;

/** A team that is named and of that party stays; else the party's first one stands in. */
const teamOr = (document: AgreementDocument, named: string | undefined, party: HoldingParty): string =>
  isTeamOf(document, named, party) ? named! : (firstTeam(document, party) ?? `${party}-desk`);

function boundary(document: AgreementDocument, to: HoldingParty): Boundary {
  const before = document.boundaries[crossingTo(to)];
  const { owner, holder } = before.tieBreak;
  const { lead, coordinator } = document.parties.client;
  const knows = (person: string): boolean => Object.hasOwn(document.people, person);
  return {
    ...before,
    receiver: teamOr(document, before.receiver, to),
    tieBreak: {
      // Neither side decides alone against the other: the client's coordinator does unless somebody else is named.
      owner: knows(owner) ? owner : coordinator || lead,
      holder: { ...holder, party: otherParty(to), team: teamOr(document, holder.team, otherParty(to)) },
    },
  };
}

/** The first two of a team are its standing roster until somebody says otherwise. */
function withRoster({ people }: AgreementDocument, id: string, team: Team): Team {
  const { roster = {} } = team;
  const members = Object.keys(people).filter(person => people[person]!.teams?.includes(id));
  const isThere = (person: string | undefined): person is string => person !== undefined && members.includes(person);
  const { onDuty, backup, ...rest } = roster;
  const [first] = isThere(onDuty) ? [onDuty] : members;
  const [second] = isThere(backup) && backup !== first ? [backup] : members.filter(person => person !== first);
  return { ...team, roster: { ...rest, ...(first ? { onDuty: first } : {}), ...(second ? { backup: second } : {}) } };
}

/**
 * An agreement after its teams or people changed: what named one that is gone names the next best, and teams without a
 * standing roster get one. What is named and there is never changed.
 */
export function tidied(document: AgreementDocument): AgreementDocument {
  const { party, team } = document.intake;
  const isManned = ({ weekly = [] }: NonNullable<Team['roster']>): boolean => weekly.length > 0;
  return {
    ...document,
    teams: Object.fromEntries(
      Object.entries(document.teams).map(([id, each]) => [
        id,
        isManned(each.roster ?? {}) ? each : withRoster(document, id, each),
      ]),
    ),
    intake: { party, team: teamOr(document, team, party) },
    boundaries: { 'client>msp': boundary(document, 'msp'), 'msp>client': boundary(document, 'client') },
  };
}

/** The first line of each side receives: what a new agreement begins with, before anybody has said otherwise. */
export function withFirstLine(document: AgreementDocument): AgreementDocument {
  const received = (to: HoldingParty): Boundary => {
    const { tieBreak, ...rest } = document.boundaries[crossingTo(to)];
    const holder = { ...tieBreak.holder, team: firstTeam(document, otherParty(to)) ?? `${otherParty(to)}-desk` };
    return { ...rest, receiver: firstTeam(document, to) ?? `${to}-desk`, tieBreak: { ...tieBreak, holder } };
  };
  const { party } = document.intake;
  return {
    ...document,
    intake: { party, team: firstTeam(document, party) ?? `${party}-desk` },
    boundaries: { 'client>msp': received('msp'), 'msp>client': received('client') },
  };
}
