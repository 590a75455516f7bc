import type { Cast, CastPerson } from '../../cast';

/** A user of the Jira stand-in. */
export interface Account {
  accountId: string;
  displayName: string;
  accountType: 'atlassian' | 'app';
  timeZone: string;
  email?: string;
  isAdmin: boolean;
  isActive: boolean;
}

/** The user the app acts as when it acts for nobody. */
export const APP_ACCOUNT_ID = '557058:f5a7c3b2-90d1-4b7e-8a46-1c2d3e4f5a6b';

/** A group of the site and who is in it. */
export interface Group {
  groupId: string;
  name: string;
  members: Account[];
}

export interface Accounts {
  groups(): Group[];
  all(): Account[];
  /** People only, as the assignee field offers them. */
  people(): Account[];
  byAccountId(accountId: string | null | undefined): Account | undefined;
  /** The account of somebody in the cast, by agreement id. */
  ofPerson(personId: string): Account;
  personOf(accountId: string | null): CastPerson | undefined;
}

const accountOf = (person: CastPerson): Account => ({
  accountId: person.jiraAccountId,
  displayName: person.name,
  accountType: 'atlassian',
  timeZone: person.timeZone,
  email: person.email,
  isAdmin: person.isAdmin === true,
  isActive: person.hasLeft !== true,
});

export function accounts(cast: Cast, appName: string): Accounts {
  const app: Account = {
    accountId: APP_ACCOUNT_ID,
    displayName: appName,
    accountType: 'app',
    timeZone: 'UTC',
    isAdmin: false,
    isActive: true,
  };
  const people = () => cast.people.map(accountOf);
  const all = () => [...people(), app];
  const groups = () => [
    { groupId: 'b7c1f0d2-0001', name: 'jira-administrators', members: people().filter(({ isAdmin }) => isAdmin) },
    { groupId: 'b7c1f0d2-0002', name: 'jira-servicemanagement-users', members: people() },
    ...cast.teams.map(({ id, name, freshserviceGroupId }) => ({
      groupId: `b7c1f0d2-${freshserviceGroupId}`,
      name,
      members: cast.people.filter(({ teams }) => teams.includes(id)).map(accountOf),
    })),
  ];
  return {
    all,
    groups,
    people,
    byAccountId: accountId => all().find(account => account.accountId === accountId),
    ofPerson: personId => {
      const person = cast.people.find(({ id }) => id === personId);
      if (!person) throw new Error(`The cast has no ${personId}`);
      return accountOf(person);
    },
    personOf: accountId => cast.people.find(person => person.jiraAccountId === accountId),
  };
}
