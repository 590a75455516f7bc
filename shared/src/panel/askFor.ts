import { partyOf, partyOfTeam, type Directory } from '../agreement';
import type { Asked, AskKind, TicketEventOf } from '../ticket';
import type { AskVerb } from './view';

type Circumstances = 'deliveryId' | 'at' | 'learned' | 'actor' | 'channel' | 'assurance';
type AskFor = Omit<TicketEventOf<'AskFor'>, Circumstances>;
type Fields = Readonly<Record<string, string>>;

/** Begins the names of the fields with what a vendor needs to know; the agreement's label follows. */
export const CASE_FIELD = 'case.';

/** Who is asked, as the form names them. */
export const whomOf = (of: Asked): string => {
  if (of.party === 'vendor') return `vendor ${of.vendor}`;
  if (of.team !== undefined) return `team ${of.team}`;
  return of.person === undefined ? `party ${of.party}` : `person ${of.person}`;
};

const holding = (party: string | undefined): 'msp' | 'client' => (party === 'msp' ? 'msp' : 'client');

/** Whom a choice of the form names; whether they may be asked, the rules decide. */
export function askedBy(directory: Directory, whom: string): Asked {
  const [kind = '', ...rest] = whom.split(' ');
  const id = rest.join(' ');
  if (kind === 'vendor') return { party: 'vendor', vendor: id };
  if (kind === 'team') return { party: holding(partyOfTeam(directory, id)), team: id };
  return kind === 'person' ? { party: holding(partyOf(directory, id)), person: id } : { party: holding(id) };
}

const inWords: readonly AskKind[] = ['information', 'approval', 'access', 'child'];

function kindOf(verb: AskVerb, of: Asked, { kind }: Fields): AskKind {
  if (verb !== 'ask') return verb;
  if (of.party === 'vendor') return 'vendor case';
  return inWords.find(known => known === kind) ?? 'information';
}

const caseFields = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) =>
      name.startsWith(CASE_FIELD) ? [[name.slice(CASE_FIELD.length), text]] : [],
    ),
  );

/** What sending the short form means, but for its deadline. */
export function askFor(directory: Directory, verb: AskVerb, fields: Fields): AskFor {
  const of = askedBy(directory, fields['whom'] ?? '');
  const { question = '', reference = '', blocking } = fields;
  return {
    type: 'AskFor',
    kind: kindOf(verb, of, fields),
    of,
    question,
    isBlocking: verb === 'ask' && blocking === 'yes',
    ...(reference === '' ? {} : { reference }),
    ...(of.party === 'vendor' ? { caseFields: caseFields(fields) } : {}),
  };
}
