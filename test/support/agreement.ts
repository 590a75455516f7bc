import { createHash } from 'node:crypto';
import { storyCast, type Cast } from '../../scripts/workbench/cast';
import {
  agreementParts,
  parseAgreement,
  starterAgreement,
  termsFor,
  type Agreement,
  type AgreementDocument,
  type Directory,
  type StarterCast,
  type Terms,
  type TicketFacts,
} from '../../shared/src/agreement';

/** The name of a text by its content, as a desk would compute it. */
export const contentHash = (text: string): string => createHash('sha256').update(text).digest('hex');

const starterCast = ({ parties, teams, people }: Cast): StarterCast => ({
  id: 'northwind-contoso',
  name: 'Northwind and Contoso IT',
  parties: {
    msp: { name: parties.msp, timeZone: 'Europe/Madrid', lead: 'grace' },
    client: { name: parties.client, timeZone: 'Europe/Lisbon', lead: 'carla' },
  },
  teams: teams.map(({ freshserviceGroupId, ...team }) => ({ ...team, freshserviceGroup: String(freshserviceGroupId) })),
  people: people.map(({ id, name, party, teams: memberOf, email, jiraAccountId, freshserviceAgentId }) => ({
    id,
    name,
    party,
    teams: memberOf,
    email,
    jira: jiraAccountId,
    freshservice: String(freshserviceAgentId),
  })),
});

/** An acceptance of the stories lasts until somebody else has it, unless they are about leases. */
const unleased = ({ targets, ...cell }: AgreementDocument['matrix'][number]): AgreementDocument['matrix'][number] => {
  const { lease: _, ...others } = targets;
  return { ...cell, targets: others };
};

/** The story's agreement as a document; a new copy each time, so that a test may change it. */
export function storyDocument(): AgreementDocument {
  const document = structuredClone(starterAgreement(starterCast(storyCast)));
  return { ...document, matrix: document.matrix.map(unleased) };
}

const put = (target: object, [key = '', ...rest]: readonly string[], value: unknown): void => {
  if (rest.length === 0) {
    Reflect.set(target, key, value);
    return;
  }
  if (!Object.hasOwn(target, key)) Reflect.set(target, key, {});
  put(Reflect.get(target, key) as object, rest, value);
};

/** The story's document as text, with other values at dotted paths; undefined removes what is there. */
export function storyText(changes: Readonly<Record<string, unknown>>): string {
  const document = storyDocument();
  for (const [path, value] of Object.entries(changes)) put(document, path.split('.'), value);
  return JSON.stringify(document);
}

/** The agreement of Northwind (msp, Madrid) and Contoso IT (client, Lisbon). */
export const storyAgreement: Agreement = parseAgreement(JSON.stringify(storyDocument()));

const stored = agreementParts(storyAgreement, contentHash);

export const storyIndex = stored.index;
export const storyParts = stored.parts;
export const storyDirectory: Directory = stored.directory;

/** The terms of a ticket of the story; a P2 incident unless said otherwise. */
export function warnedTerms(facts: Partial<TicketFacts> = {}): Terms {
  const terms = termsFor(stored.index, stored.parts, { workType: 'incident', priority: 2, ...facts });
  if (terms === undefined) throw new Error(`no cell of the story governs ${JSON.stringify(facts)}`);
  return terms;
}

/** The same without warnings, as before there were any: for stories about other things. */
export function storyTerms(facts: Partial<TicketFacts> = {}): Terms {
  const { warnings: _, ...terms } = warnedTerms(facts);
  return terms;
}

/** The story's agreement with other cells, each given as far as it matters. */
export const cellsMatching = (cells: readonly object[]): Agreement => {
  const matrix = cells.map((cell, n) => ({ id: `cell-${n}`, name: `Cell ${n}`, targets: { resolve: '8h' }, ...cell }));
  return parseAgreement(JSON.stringify({ ...storyDocument(), matrix, tests: [] }));
};
