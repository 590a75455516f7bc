import { compileCalendar, dueAfter, MINUTE, readInstant } from '../time';
import type { Directory } from './directory';
import { directoryOf } from './directoryOf';
import { askedOn } from './fireDrill';
import { matchCell } from './matrix/match';
import { own } from './own';
import { termsIn } from './parts';
import { receivingParty } from './rules/legs';
import { writtenDuration } from './schema/basics';
import type { Agreement } from './schema';
import type { Crossing, Rung, Terms } from './terms';

type TestCase = Agreement['tests'][number];
type Expected = Exclude<TestCase['expect'], 'none'>;

/** A team or person that an offer reaches, after how much of the receiver's time (ms). */
interface Reached {
  readonly team: string;
  readonly people: readonly string[];
  readonly after: number;
}

/** A Monday; the receiver's hours of that week decide when an example happens that does not say when. */
const monday = readInstant('2026-01-05T00:00:00Z') ?? 0;

function opening({ hours, teamHours, calendars }: Terms, team: string, crossing: Crossing): number {
  const spec = own(calendars, own(teamHours, team) ?? hours[receivingParty(crossing)]);
  return spec === undefined ? monday : dueAfter(compileCalendar(spec), monday, MINUTE);
}

const absent = (directory: Directory, out: readonly string[], at: number): Directory => ({
  ...directory,
  people: Object.fromEntries(
    Object.entries(directory.people).map(([id, person]) => [
      id,
      out.includes(id) ? { ...person, out: { from: at, until: at + 1 } } : person,
    ]),
  ),
});

/** Whom an offer reaches, step by step; a step with nobody on it is passed at once. */
function reachedBy(agreement: Agreement, test: TestCase): readonly Reached[] {
  const { ticket, crossing = 'client>msp', out = [] } = test;
  const terms = termsIn(agreement, ticket);
  if (terms === undefined) return [];
  const { receiver, acknowledge, ladder } = terms.boundaries[crossing];
  const at = readInstant(test.at ?? '') ?? opening(terms, receiver, crossing);
  const directory = absent(directoryOf(agreement), out, at);
  const steps: readonly Rung[] = [{ team: receiver, who: 'team', acknowledge }, ...ladder];
  let after = 0;
  return steps.map(step => {
    const people = askedOn(directory, step, receivingParty(crossing), at);
    const reached = { team: step.team, people, after };
    after += people.length === 0 ? 0 : step.acknowledge;
    return reached;
  });
}

const isWhom = ({ team, person }: Expected, reached: Reached): boolean =>
  (team === undefined || (reached.team === team && reached.people.length > 0)) &&
  (person === undefined || reached.people.includes(person));

function wrongReach(agreement: Agreement, test: TestCase, expected: Expected): string | undefined {
  const { team, person, within = 0 } = expected;
  const steps = reachedBy(agreement, test);
  const first = steps.find(reached => isWhom(expected, reached));
  const whom = [person, team].filter(name => name !== undefined).join(' of ');
  if (first === undefined) return `expects ${whom} to be asked, but nobody asks there`;
  if (first.after <= within) return undefined;
  const said = within === 0 ? 'at once' : `within ${writtenDuration(within)}`;
  return `expects ${whom} ${said}, but they are asked after ${writtenDuration(first.after)}`;
}

function wrongCell(agreement: Agreement, { ticket, crossing }: TestCase, expected: string): string | undefined {
  const cell = matchCell(agreement, ticket, crossing)?.cell.id ?? 'none';
  return cell === expected ? undefined : `expects ${expected}, but ${cell} decides`;
}

/** What an example of the agreement expects and does not get, in words; undefined where it holds. */
export function failureOf(agreement: Agreement, test: TestCase): string | undefined {
  const { expect } = test;
  if (expect === 'none') return wrongCell(agreement, test, expect);
  const wrong = expect.cell === undefined ? undefined : wrongCell(agreement, test, expect.cell);
  const isReach = expect.team !== undefined || expect.person !== undefined;
  return wrong ?? (isReach ? wrongReach(agreement, test, expect) : undefined);
}
