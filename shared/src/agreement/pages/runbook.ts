import { durationText } from '../../time';
import { decidingCells } from '../overlays';
import { own } from '../own';
import { packetLabels } from '../packetLabels';
import { crossingsOf, receivingParty } from '../rules/legs';
import type { Agreement, Cell } from '../schema';
import type { BoundaryTerms, Crossing, PacketField } from '../terms';
import { hoursText } from './hoursText';
import { nameOf, namesOf } from './naming';
import { heading, said, steps, tableOr, type GeneratedPage, type PageBlock } from './page';
import { askedSteps, crossingOf, unansweredSteps } from './path';
import { whenText } from './whenText';

type Row = readonly string[];

const promised = (agreement: Agreement, what: string, promise: Cell['targets']['respond']): readonly Row[] =>
  promise === undefined
    ? []
    : [[what, durationText(promise.within), hoursText(agreement, promise.calendar ?? agreement.service.hours)]];

const updates = (update: Cell['targets']['update'] = {}): readonly Row[] =>
  Object.entries(update).map(([audience, every]) => [`Update: ${audience}`, `every ${durationText(every)}`, '']);

function legRows(agreement: Agreement, cell: Cell, crossing: Crossing): readonly Row[] {
  const { receiver, acknowledge, hold, lease } = crossingOf(agreement, cell, crossing);
  const party = agreement.parties[receivingParty(crossing)];
  const hours = hoursText(agreement, cell.hours ?? own(agreement.teams, receiver)?.hours ?? party.hours);
  const row = (what: string, time: number | undefined): readonly Row[] =>
    time === undefined ? [] : [[`${party.name}: ${what}`, durationText(time), hours]];
  return [
    ...row('answer a handoff', acknowledge),
    ...row('have it in hand at most', hold),
    ...row('show work on it at least every', lease),
  ];
}

const targets = (agreement: Agreement, cell: Cell): PageBlock =>
  tableOr(
    '',
    ['What', 'Within', 'Counted in'],
    [
      ...promised(agreement, 'First reply to the customer', cell.targets.respond),
      ...promised(agreement, 'Solution', cell.targets.resolve),
      ...crossingsOf(cell).flatMap(crossing => legRows(agreement, cell, crossing)),
      ...updates(cell.targets.update),
    ],
  );

const fields = Object.keys(packetLabels) as readonly PacketField[];

const packetText = ({ packet: { labels, extra } }: BoundaryTerms): string => {
  const own = extra.map(({ label, required }) => (required ? label : `${label} (if known)`));
  return [...fields.map(field => labels[field] ?? packetLabels[field]), ...own].join(', ');
};

function crossingBlocks(agreement: Agreement, cell: Cell, crossing: Crossing): readonly PageBlock[] {
  const terms = crossingOf(agreement, cell, crossing);
  const { name } = agreement.parties[receivingParty(crossing)];
  const text = terms.text === undefined ? '' : ` ${terms.text}`;
  return [
    said(`Handing it to ${name}.${text} The handoff says: ${packetText(terms)}.`),
    steps([...askedSteps(agreement, terms), ...unansweredSteps(agreement, terms, crossing)]),
  ];
}

const vendorText = (agreement: Agreement, name: string): string => {
  const vendor = own(agreement.vendors, name);
  if (vendor === undefined) return `${name} is the vendor.`;
  const { contractHolder, engageWhen, portal, hotline, runbook } = vendor;
  const when = engageWhen === undefined ? '' : ` When: ${engageWhen}.`;
  const reach = [hotline, portal, runbook].filter(way => way !== undefined).join(', ');
  const how = reach === '' ? '' : ` ${reach}`;
  return `Vendor: ${vendor.name}; ${agreement.parties[contractHolder].name} opens the case.${when}${how}`;
};

const approvalText = (agreement: Agreement, { of, by }: Cell['approvals'][number]): string =>
  `Approval of ${of}: ${namesOf(agreement, by)}.`;

/** What else holds for a cell, one sentence each. */
const further = (agreement: Agreement, cell: Cell): readonly string[] => [
  ...(cell.inputs.length === 0 ? [] : [`To be known at intake: ${cell.inputs.join(', ')}.`]),
  ...Object.entries(cell.authority).map(([level, may]) => `${nameOf(agreement, level)} may decide alone: ${may}`),
  ...cell.approvals.map(approval => approvalText(agreement, approval)),
  ...(cell.vendor === undefined ? [] : [vendorText(agreement, cell.vendor)]),
  ...(cell.regulatory === undefined
    ? []
    : [
        `${cell.regulatory.route}: report within ${durationText(cell.regulatory.report)}, ${nameOf(agreement, cell.regulatory.approver)} approves.`,
      ]),
  ...(cell.boardReportable ? ['It is reported to the board.'] : []),
  ...(cell.runbook === undefined ? [] : [`What to do: ${cell.runbook}`]),
];

const cellBlocks = (agreement: Agreement, cell: Cell): readonly PageBlock[] => [
  heading(cell.name),
  said(`For: ${whenText(cell.when)}.`),
  targets(agreement, cell),
  ...crossingsOf(cell).flatMap(crossing => crossingBlocks(agreement, cell, crossing)),
  ...further(agreement, cell).map(said),
];

/** What to do for each kind of ticket: what is owed by when, who is asked, and what if nobody answers. */
export const runbookPage = (agreement: Agreement): GeneratedPage => ({
  title: `Runbook: ${agreement.name}`,
  blocks: [
    said(
      `From version ${agreement.version} of the agreement. Whoever gives a ticket away has it until it is accepted.`,
    ),
    ...decidingCells(agreement).flatMap(cell => cellBlocks(agreement, cell)),
  ],
});
