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

export interface Accounts {
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
  return {
    all,
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
