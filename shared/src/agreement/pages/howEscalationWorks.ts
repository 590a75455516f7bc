import { own } from '../own';
import { termsIn } from '../parts';
import { writtenDuration } from '../schema/basics';
import type { Agreement, Cell, TicketFacts } from '../schema';
import type { BoundaryTerms, Rung } from '../terms';
import type { PageBlock, GeneratedPage } from './page';

const teamName = ({ teams }: Agreement, team: string): string => own(teams, team)?.name ?? team;

const stepText = (agreement: Agreement, { team, who }: Pick<Rung, 'team' | 'who'>): string =>
  ({ team: '', backup: 'The stand-in of ', lead: 'The lead of ' })[who] + teamName(agreement, team);

function example(agreement: Agreement, cell: Cell, facts: TicketFacts): readonly PageBlock[] {
  const terms = termsIn(agreement, facts);
  if (terms === undefined) return [];
  const { receiver, acknowledge, ladder }: BoundaryTerms = terms.boundaries['client>msp'];
  const [client, msp] = [agreement.parties.client.name, agreement.parties.msp.name];
  const asked = [{ team: receiver, who: 'team' as const, acknowledge }, ...ladder].map(
    step => `${stepText(agreement, step)} is asked and has ${writtenDuration(step.acknowledge)} to answer.`,
  );
  const first =
    terms.respond === undefined ? [] : [`You hear from us within ${writtenDuration(terms.respond.within)}.`];
  const vendor = cell.vendor === undefined ? undefined : own(agreement.vendors, cell.vendor);
  const when = vendor?.engageWhen === undefined ? '' : ` when: ${vendor.engageWhen}`;
  const outside = vendor === undefined ? [] : [`${vendor.name} is brought in${when}. We stay the ones you talk to.`];
  const items = [
    ...first,
    `${client} has it until ${msp} has accepted it.`,
    ...asked,
    ...outside,
    `It is solved within ${writtenDuration(terms.resolve.within)} of the agreed hours.`,
  ];
  return [
    { kind: 'heading', text: `Example: ${cell.name}` },
    { kind: 'steps', items },
  ];
}

/** A ticket that has the first value of each line of a cell, if it is that cell that decides then. */
function ticketOf(agreement: Agreement, { id, when }: Cell): TicketFacts | undefined {
  const [workType = 'incident'] = when.workType ?? [];
  const [priority = 3] = when.priority ?? [];
  const facts = { workType, priority };
  return termsIn(agreement, facts)?.cell === id ? facts : undefined;
}

/** For a client's people: who answers first, who is asked then, when a vendor comes in; three worked examples. */
export function howEscalationWorksPage(agreement: Agreement): GeneratedPage {
  const worked = agreement.matrix.flatMap(cell => {
    const facts = ticketOf(agreement, cell);
    return facts === undefined ? [] : [example(agreement, cell, facts)];
  });
  const said =
    'A ticket always belongs to one of us. Whoever gives it away stays responsible until the other one accepts it.';
  return {
    title: `How escalation works: ${agreement.name}`,
    blocks: [{ kind: 'text', text: said }, ...worked.slice(0, 3).flat()],
  };
}
