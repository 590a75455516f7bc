import { createHmac, randomBytes } from 'node:crypto';
import { hashing, type Directory, type Ports, type TicketFacts } from '@baton/shared';
import { getAppContext } from '@forge/api';
import { agreedFacts } from './agreedFacts';
import { readTerms } from './agreementStore';
import { forgetDraft } from './drafts';
import { forgeLedger } from './forgeLedger';
import { tellsOf } from './occasions';
import { movesOf } from './rowQueries';

const hash = hashing();

/** A salt nobody can guess, another one for each text. */
const salt = (name: string): string => createHmac('sha256', randomBytes(32)).update(name).digest('hex').slice(0, 32);

/** The same promises are looked up once a request, however many events ask for them. */
function termsOf(directory: Directory, facts: () => Promise<TicketFacts>): Ports['terms'] {
  const found = new Map<string, ReturnType<typeof readTerms>>();
  return async (ticket, as = told => told) => {
    const [usual, agreed] = await Promise.all([facts(), agreedFacts(directory, ticket)]);
    const wanted = as({ ...usual, ...agreed });
    const key = JSON.stringify(wanted);
    const terms = found.get(key) ?? readTerms(wanted);
    found.set(key, terms);
    return terms;
  };
}

/** The ledger's surroundings in this installation. `facts` is asked for only when promises have to be looked up. */
export const portsFor = (directory: Directory, facts: () => Promise<TicketFacts>, title?: string): Ports => ({
  ledger: forgeLedger(hash),
  origin: { desk: 'jira', tenant: getAppContext().installationAri.installationId },
  hash,
  salt,
  directory,
  movesOf,
  tellsOf,
  forgetDraft: async (ticket, person) => {
    const accountId = directory.people[person]?.jira;
    if (accountId !== undefined) await forgetDraft(ticket, accountId);
  },
  terms: termsOf(directory, facts),
  ...(title === undefined ? {} : { title }),
});
