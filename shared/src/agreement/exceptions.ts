import { folded } from './own';
import type { AgreementHeader } from './header';
import type { Agreement, Cell, TicketFacts } from './schema';
import type { ExceptionTerms, Terms } from './terms';

type Exception = Agreement['overrides']['exceptions'][number];
type About = Pick<TicketFacts, 'customerTier' | 'riskCategory'>;

const names = (list: readonly string[] | undefined, value: string | undefined): boolean =>
  value !== undefined && (list ?? []).some(one => folded(one) === folded(value));

/** What the ticket itself says of the threshold; what it does not say, whoever asks has to. */
function aboveOf({ bothAbove }: Exception, { customerTier, riskCategory }: About): Pick<ExceptionTerms, 'above'> {
  if (!bothAbove) return {};
  const { amount, flags } = bothAbove;
  const isMet = names(bothAbove.customerTier, customerTier) || names(flags, riskCategory);
  return {
    above: {
      ...(amount === undefined ? {} : { amount }),
      ...(flags === undefined ? {} : { flags }),
      ...(isMet ? { isMet } : {}),
    },
  };
}

/** Whom a cell names for its exceptions. */
const namedIn = ({ approvals }: Cell): readonly string[] => [
  ...new Set(approvals.filter(({ of }) => of === 'exception').flatMap(({ by }) => by)),
];

/** Which exceptions a person has to approve on a ticket of a cell. */
export function exceptionsIn(header: AgreementHeader, cell: Cell, about: About = {}): Pick<Terms, 'exceptions'> {
  const people = namedIn(cell);
  const ours = (header.exceptions ?? []).filter(({ cells }) => cells === undefined || cells.includes(cell.id));
  const exceptions = ours.map((one): ExceptionTerms => ({
    of: one.of,
    by: one.by,
    ...(people.length === 0 ? {} : { people }),
    ...aboveOf(one, about),
    longest: one.longest ?? header.longestOverride ?? 0,
    decide: one.decide,
    isBlocking: one.isBlocking,
  }));
  return exceptions.length === 0 ? {} : { exceptions };
}
