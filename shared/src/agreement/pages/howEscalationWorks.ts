import { durationText } from '../../time';
import { listedFacts } from '../condition';
import { own } from '../own';
import { termsIn } from '../parts';
import type { Agreement, Cell, TicketFacts } from '../schema';
import type { Terms } from '../terms';
import { hoursText } from './hoursText';
import { heading, said, steps, tableOr, type GeneratedPage, type PageBlock } from './page';
import { askedSteps } from './path';

type Vendor = Agreement['vendors'][string];

const clause = (text: string): string => text.replace(/[.\s]+$/, '');

const vendorStep = ({ name, engageWhen }: Vendor): string =>
  engageWhen === undefined
    ? `${name} is brought in where it is needed. We stay the ones you talk to.`
    : `${name} is brought in when: ${clause(engageWhen)}. We stay the ones you talk to.`;

const within = (agreement: Agreement, { within: time, calendar }: Terms['resolve']): string =>
  `${durationText(time)} (${hoursText(agreement, calendar)})`;

const updateStep = ({ update }: Terms): readonly string[] =>
  update?.customer === undefined
    ? []
    : [`Until it is solved you hear how it stands every ${durationText(update.customer)}.`];

/** A cell, a ticket that it decides, and what is promised for that. */
interface Worked {
  readonly cell: Cell;
  readonly terms: Terms;
}

function example(agreement: Agreement, { cell, terms }: Worked): readonly PageBlock[] {
  const { client, msp } = agreement.parties;
  const vendor = cell.vendor === undefined ? undefined : own(agreement.vendors, cell.vendor);
  const items = [
    ...(terms.respond === undefined ? [] : [`You hear from us within ${within(agreement, terms.respond)}.`]),
    `${client.name} has it until ${msp.name} has accepted it.`,
    ...askedSteps(agreement, terms.boundaries['client>msp']),
    ...(vendor === undefined ? [] : [vendorStep(vendor)]),
    ...updateStep(terms),
    `It is solved within ${within(agreement, terms.resolve)}.`,
  ];
  return [heading(`Example: ${cell.name}`), steps(items)];
}

/** A ticket that has the first value of each line of a cell, if it is that cell that decides then. */
function workedOut(agreement: Agreement, cell: Cell): readonly Worked[] {
  const lines = listedFacts.flatMap(fact => (cell.when[fact] === undefined ? [] : [[fact, cell.when[fact][0]]]));
  const facts = { workType: 'incident', priority: 3, ...Object.fromEntries(lines) } as TicketFacts;
  const terms = termsIn(agreement, facts);
  return terms?.cell === cell.id && terms.overlay === undefined ? [{ cell, terms }] : [];
}

/** Three that differ: the first in which a vendor comes in, the first of each kind, then from the top; in matrix order. */
function threeOf(all: readonly Worked[]): readonly Worked[] {
  const firstOfKind = all.filter(
    (worked, place) => all.findIndex(({ cell }) => cell.kind === worked.cell.kind) === place,
  );
  const withVendor = all.filter(({ cell }) => cell.vendor !== undefined).slice(0, 1);
  const three = [...new Set([...withVendor, ...firstOfKind, ...all])].slice(0, 3);
  return all.filter(worked => three.includes(worked));
}

const vendorRow = (agreement: Agreement, vendor: Vendor): readonly string[] => {
  const { name, engageWhen = 'where it is needed', contractHolder, commitments } = vendor;
  const answers = commitments.respond === undefined ? '' : `within ${durationText(commitments.respond)}`;
  return [name, clause(engageWhen), agreement.parties[contractHolder].name, answers];
};

const vendorTable = (agreement: Agreement): PageBlock =>
  tableOr(
    'No vendor is part of this agreement.',
    ['Vendor', 'When', 'Who calls them', 'They answer'],
    Object.values(agreement.vendors).map(vendor => vendorRow(agreement, vendor)),
  );

/** For a client's people: who answers first, who is asked then, when a vendor comes in; three worked examples. */
export const howEscalationWorksPage = (agreement: Agreement): GeneratedPage => ({
  title: `How escalation works: ${agreement.name}`,
  blocks: [
    said(
      'A ticket always belongs to one of us. Whoever gives it away stays responsible until the other one accepts it.',
    ),
    ...threeOf(agreement.matrix.flatMap(cell => workedOut(agreement, cell))).flatMap(worked =>
      example(agreement, worked),
    ),
    heading('When your vendor comes in'),
    vendorTable(agreement),
  ],
});
