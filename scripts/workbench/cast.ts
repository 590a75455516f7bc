/**
 * The people and teams the workbench plays with, under their agreement ids and their native ids on both desks.
 * The seeded story uses the two companies below; an imported incident log brings its own cast.
 */
export interface CastPerson {
  /** Agreement id, also the value of `?as=`. */
  id: string;
  name: string;
  email: string;
  /** IANA zone the person reads times in. */
  timeZone: string;
  party: 'msp' | 'client';
  /** Agreement ids of the teams the person works in; the first is the home team. */
  teams: string[];
  jiraAccountId: string;
  freshserviceAgentId: number;
  /** Their accounts on both desks were deactivated. */
  hasLeft?: boolean;
  /** Administers both desks (installs apps, saves the agreement). */
  isAdmin?: boolean;
}

export interface CastTeam {
  /** Agreement id. */
  id: string;
  name: string;
  party: 'msp' | 'client';
  tier: 'L1' | 'L2' | 'L3';
  freshserviceGroupId: number;
}

export interface Cast {
  parties: { msp: string; client: string };
  people: CastPerson[];
  teams: CastTeam[];
  /** Who the pages act as when nobody is named. */
  defaultPerson: string;
}

const contoso = { party: 'client', timeZone: 'Europe/Lisbon', domain: 'contoso.example' } as const;
const northwind = { party: 'msp', timeZone: 'Europe/Madrid', domain: 'northwind.example' } as const;

/** Somebody known by their first name. */
function person(
  number: number,
  name: string,
  { domain, ...company }: typeof contoso | typeof northwind,
  teams: string[],
): CastPerson {
  const [id = name] = name.toLowerCase().split(' ');
  return {
    ...{ id, name, email: `${id}@${domain}`, ...company, teams },
    jiraAccountId: `5b10a2844c20165700ede2${number}g`,
    freshserviceAgentId: 21000000 + number,
  };
}

export const storyCast: Cast = {
  parties: { msp: 'Northwind', client: 'Contoso IT' },
  teams: [
    { id: 'contoso-desk', name: 'Contoso Service desk', party: 'client', tier: 'L1', freshserviceGroupId: 9001 },
    { id: 'contoso-infra', name: 'Contoso Infrastructure', party: 'client', tier: 'L2', freshserviceGroupId: 9002 },
    { id: 'northwind-noc', name: 'Northwind NOC', party: 'msp', tier: 'L1', freshserviceGroupId: 9101 },
    { id: 'northwind-network', name: 'Northwind Network L2', party: 'msp', tier: 'L2', freshserviceGroupId: 9102 },
  ],
  people: [
    person(11, 'Ana Pires', contoso, ['contoso-desk']),
    person(12, 'Bruno Costa', contoso, ['contoso-infra']),
    { ...person(13, 'Carla Mendes', contoso, ['contoso-desk', 'contoso-infra']), isAdmin: true },
    person(21, 'Omar Said', northwind, ['northwind-noc']),
    person(22, 'Dana Ruiz', northwind, ['northwind-network']),
    person(23, 'Li Wei', northwind, ['northwind-network']),
    person(24, 'Grace Kim', northwind, ['northwind-noc', 'northwind-network']),
  ],
  defaultPerson: 'ana',
};
