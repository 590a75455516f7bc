import { directoryWith, everybodyThere, isMember, type HoldingParty } from '../agreement';
import { awaited, type ListedRow, type ListedRows, type ListRow } from '../ledger';
import { failed } from './backend';
import { shortClock } from './clockText';
import { holdDrill } from './listDrill';
import { healthOf, testAlerts, tryAgain } from './listHealth';
import type { ListDesk } from './listDesk';
import { pressOn, readerIn, stranger } from './listPress';
import { nextActions } from './listShift';
import type { ListAnswer, ListRequest } from './listProtocol';
import { rowNow, type TicketLabel } from './listRows';
import type { ListRowNow, ListSectionView } from './listView';
import { mayAct, partyName, type Reader } from './reader';
import { directoryWithOut, outToday, peopleView } from './whoIsThere';

/** Tickets of one section that a desk is asked to name, and that are shown: it leaves out what may not be seen. */
const MOST_NAMED = 50;
const MOST_SHOWN = 25;

type Section = Exclude<ListRowNow['section'], 'neither'>;
type Listed = Extract<ListAnswer, { view: unknown }>;
type Titles = Readonly<Record<string, TicketLabel>>;

const soonest: Readonly<Record<'offered' | 'ours', (row: ListRow) => number>> = {
  offered: row => awaited(row)?.answerBy ?? Infinity,
  ours: ({ owed }) => owed?.dueAt ?? Infinity,
};

const sorted = (rows: readonly ListedRow[], section: 'offered' | 'ours'): readonly ListedRow[] =>
  [...rows].sort((a, b) => soonest[section](a.row) - soonest[section](b.row));

function moreText(hidden: number, isAll: boolean): { more?: string } {
  if (!isAll) return { more: hidden > 0 ? `More than ${hidden} others are not shown.` : 'More are not shown.' };
  if (hidden === 0) return {};
  return { more: hidden === 1 ? 'One more is due later.' : `${hidden} more are due later.` };
}

const words = {
  triage: { title: 'To triage', empty: 'Nothing is to be sorted.' },
  offered: { title: 'Offered to us', empty: 'Nothing is offered to you.' },
  shift: { title: 'Offered by the last shift', empty: 'The last shift left nothing.' },
  ours: { title: 'Ours, soonest first', empty: 'Nothing is yours right now.' },
} as const;

function sectionOf(reader: Reader, section: Section, { rows, isAll }: ListedRows, titles: Titles): ListSectionView {
  const named = rows.slice(0, MOST_NAMED).flatMap(row => {
    const called = titles[row.ticket];
    return called ? [rowNow(reader, { ...row, called })] : [];
  });
  // A row that two queries saw differently belongs where it says itself.
  const fitting = named.filter(now => now.section === section);
  const hidden = Math.max(0, fitting.length - MOST_SHOWN) + Math.max(0, rows.length - MOST_NAMED);
  return {
    ...words[section],
    rows: fitting.slice(0, MOST_SHOWN).map(({ row }) => row),
    ...moreText(hidden, isAll),
  };
}

/** Said only where there is something: most parties sort nothing, and shifts change twice a day. */
const ifAny = <Name extends string>(name: Name, section: ListSectionView): { [N in Name]?: ListSectionView } =>
  section.rows.length > 0 ? ({ [name]: section } as { [N in Name]: ListSectionView }) : {};

async function list(desk: ListDesk, party: HoldingParty): Promise<Listed> {
  const reader = readerIn(desk);
  const [offered, ours] = await Promise.all([desk.offered(party), desk.ours(party)]);
  const lists = {
    offered: { ...offered, rows: sorted(offered.rows, 'offered') },
    ours: { ...ours, rows: sorted(ours.rows, 'ours') },
  };
  const asked = [...lists.offered.rows.slice(0, MOST_NAMED), ...lists.ours.rows.slice(0, MOST_NAMED)];
  const titles = asked.length > 0 ? await desk.called(asked) : {};
  return {
    ok: true,
    view: {
      title: partyName(reader, party),
      asOf: `As of ${shortClock(desk.now, reader.zone, desk.now)}`,
      ...ifAny('triage', sectionOf(reader, 'triage', lists.offered, titles)),
      offered: sectionOf(reader, 'offered', lists.offered, titles),
      ...ifAny('shift', sectionOf(reader, 'shift', lists.ours, titles)),
      ours: sectionOf(reader, 'ours', lists.ours, titles),
      people: peopleView(reader),
    },
  };
}

/** The list as somebody sees it once it is known that they, or another, are out or back. */
async function out(desk: ListDesk, request: Extract<ListRequest, { type: 'out' }>, party: HoldingParty) {
  const { person, isOut } = request;
  const absence = outToday(readerIn(desk), person);
  if ('code' in absence) return { ok: false, ...absence } as const;
  const said = isOut ? absence : undefined;
  await desk.keepOut(person, said);
  const directory = directoryWithOut(desk.directory, person, said);
  if (isOut) await desk.lookAt(await waitingFor(desk, person, party));
  const now = await list({ ...desk, directory }, party);
  return { ...now, said: now.view.people.people.find(each => each.person === person)?.says ?? '' };
}

/** The list once the viewer has said that their contacts are right. */
async function stillRight(desk: ListDesk, _: unknown, party: HoldingParty): Promise<ListAnswer> {
  const { person = '' } = desk.viewer;
  await desk.keepConfirmed(person);
  const confirmed = directoryWith(desk.directory, { ...everybodyThere, confirmed: { [person]: desk.now } });
  const now = await list({ ...desk, directory: confirmed }, party);
  return { ...now, said: 'Your contacts are confirmed.' };
}

/** What is offered to somebody or their teams: who stands in for them is asked there. */
async function waitingFor({ directory, offered }: ListDesk, person: string, party: HoldingParty): Promise<string[]> {
  const { rows } = await offered(party);
  const isTheirs = ({ to }: NonNullable<ListRow['offer']>) =>
    to.person === undefined ? isMember(directory, person, to.team) : to.person === person;
  return rows.flatMap(({ ticket, row: { offer } }) => (offer && isTheirs(offer) ? [ticket] : []));
}

const answers: {
  readonly [T in ListRequest['type']]: (
    desk: ListDesk,
    request: Extract<ListRequest, { type: T }>,
    party: HoldingParty,
  ) => Promise<ListAnswer>;
} = {
  list: (desk, _, party) => list(desk, party),
  accept: pressOn,
  'offer shift': pressOn,
  'take shift': pressOn,
  'leave out': pressOn,
  'next actions': (desk, request) => nextActions(desk, readerIn(desk), request),
  out,
  health: desk => healthOf(desk, readerIn(desk)),
  'try again': desk => tryAgain(desk, readerIn(desk)),
  'test alerts': desk => testAlerts(desk, readerIn(desk)),
  'fire drill': (desk, _, party) => holdDrill(desk, readerIn(desk), party),
  'still right': stillRight,
};

/**
 * Answers one request of a list: what is offered to the viewer's party and what it holds, one acceptance, decided as in
 * the panel, that somebody is out or back, or how Baton itself is doing. Every failure becomes a plain sentence.
 */
export async function answerList(desk: ListDesk, request: ListRequest): Promise<ListAnswer> {
  const { party } = desk.viewer;
  if (party === undefined || !mayAct(readerIn(desk))) return stranger;
  try {
    return await answers[request.type](desk, request as never, party);
  } catch (error) {
    return failed(desk, error);
  }
}
