import type { Directory } from '../../shared/src/agreement';
import { awaited, readListRow, rowOf, type ListedRow } from '../../shared/src/ledger';
import { answerList, listRequestSchema, type ListAnswer, type ListDesk, type ListView } from '../../shared/src/panel';
import { storyDirectory } from '../support/agreement';
import {
  crossing,
  given,
  heldByAna,
  instant,
  offeredByAna,
  offers,
  opens,
  resolves,
  story,
  storyWith,
  waits,
} from '../support/story';
import { answersAsk, asks } from '../support/asks';
import type { Step, Story } from '../support/story';

const NOW = instant('2026-03-02 10:10');

const replies = (at: string, who: string): Step => [at, who, { type: 'PublicReplySent' }];

const listed = async (told: Story, ticket = '1', now = NOW): Promise<ListedRow> => ({
  ticket,
  version: 3,
  row: rowOf(await told.open(), now),
});

interface Looking {
  readonly rows: readonly ListedRow[];
  readonly person: string;
  readonly now?: number;
  readonly isAll?: boolean;
  readonly directory?: Directory;
  readonly hidden?: readonly string[];
}

/** What this person's list says of these rows. */
const asked = (looking: Looking): Promise<ListAnswer> =>
  answerList(deskOf({ now: NOW, isAll: true, directory: storyDirectory, hidden: [], ...looking }), {
    type: 'list',
    viewer: { timeZone: 'Europe/Lisbon' },
  });

const timeZone = 'Europe/Lisbon';

function viewerIn({ people }: Directory, person: string): ListDesk['viewer'] {
  const party = people[person]?.party;
  return party === 'msp' || party === 'client' ? { person, party, timeZone } : { person, timeZone };
}

function deskOf({ rows, person, now, isAll, directory, hidden }: Required<Looking>): ListDesk {
  return {
    name: 'jira',
    now,
    viewer: viewerIn(directory, person),
    directory,
    offered: async to => ({ rows: rows.filter(({ row }) => awaited(row)?.party === to), isAll }),
    ours: async by => ({ rows: rows.filter(({ row }) => row.owed && row.holder.party === by), isAll }),
    called: async named =>
      Object.fromEntries(
        named.filter(({ ticket }) => !hidden.includes(ticket)).map(({ ticket }) => [ticket, { label: `T-${ticket}` }]),
      ),
    open: () => Promise.reject(new Error('Nobody acts here.')),
    keepOut: () => Promise.reject(new Error('Nobody goes out here.')),
    keepConfirmed: () => Promise.reject(new Error('Nobody confirms here.')),
    keepDrill: () => Promise.reject(new Error('No drill is held here.')),
    drillOn: () => Promise.reject(new Error('No drill is held here.')),
    lookAt: () => Promise.resolve(),
    health: () => Promise.reject(new Error('Nobody asks for it here.')),
    tryAgain: () => Promise.reject(new Error('Nobody asks for it here.')),
    log: () => undefined,
  };
}

async function listOf(looking: Looking): Promise<ListView> {
  const answer = await asked(looking);
  if (!answer.ok || !('view' in answer)) throw new Error(JSON.stringify(answer));
  return answer.view;
}

describe('what is asked of us', () => {
  const told = async () => given(await heldByAna(), asks('2026-03-02 09:30', 'ana'));

  it('is listed with what is offered to us, by when it is to be answered', async () => {
    const rows = [await listed(await told())];
    const { offered, ours } = await listOf({ rows, person: 'li' });
    expect(ours.rows).toEqual([]);
    expect(offered.rows).toMatchObject([
      {
        who: 'From Contoso Service desk · to Northwind Network L2',
        owed: 'Answer by 13:30 today',
        lozenge: { text: 'ASKED' },
      },
    ]);
    const late = await listOf({ rows, person: 'li', now: instant('2026-03-02 14:00') });
    expect(late.offered.rows[0]).toMatchObject({ owed: 'Answer was due 13:30 today', lozenge: { text: 'LATE' } });
  });

  it('is what we owe soonest where it is ours anyway', async () => {
    const own = asks('2026-03-02 09:30', 'ana', { of: { party: 'client', team: 'contoso-infra' } });
    const answered = await given(await heldByAna(), replies('2026-03-02 09:10', 'ana'), own);
    const { ours } = await listOf({ rows: [await listed(answered)], person: 'bruno' });
    expect(ours.rows[0]).toMatchObject({ owed: 'Answer by 13:30 today' });
  });

  it('is gone once it is answered', async () => {
    const answered = await given(await told(), answersAsk('2026-03-02 10:00', 'li'));
    expect((await listOf({ rows: [await listed(answered)], person: 'li' })).offered.rows).toEqual([]);
  });
});

describe('an exception', () => {
  const dear = { of: ['transfer'], by: ['lead'], above: { amount: 100 }, longest: 8 * 3_600_000 } as const;
  const told = async () =>
    given(
      await heldByAna(
        storyWith(terms => ({ ...terms, exceptions: [{ ...dear, decide: 3_600_000, isBlocking: true }] })),
      ),
      ['2026-03-02 09:30', 'carla', { ...exceptional, amount: 200 }],
    );
  const exceptional = {
    type: 'AskOverride',
    kind: 'transfer',
    why: 'All hands on the outage',
    until: instant('2026-03-02 12:00'),
  } as const;

  it('that we have to approve is listed with what is offered to us, and said in the row of whoever has it', async () => {
    const rows = [await listed(await told())];
    const { offered } = await listOf({ rows, person: 'grace' });
    expect(offered.rows).toMatchObject([{ owed: 'Answer by 10:30 today', lozenge: { text: 'TO APPROVE' } }]);
    const { ours } = await listOf({ rows, person: 'ana' });
    expect(ours.rows[0]?.owed).toContain('exception asked for, until 12:00 today');
  });

  it('says until when it counts once it is approved', async () => {
    const approved = await given(await told(), [
      '2026-03-02 09:40',
      'grace',
      { type: 'ApproveOverride', override: 'o1' },
    ]);
    const rows = [await listed(approved)];
    expect((await listOf({ rows, person: 'grace' })).offered.rows).toEqual([]);
    expect((await listOf({ rows, person: 'ana' })).ours.rows[0]?.owed).toContain('exception until 12:00 today');
  });
});

describe('what is to be sorted before a team is asked', () => {
  const told = () => offeredByAna(storyWith(crossing('client>msp', { triage: 1_200_000 })));

  it('stands apart for whoever sorts it, who accepts it for the team with one press', async () => {
    const { triage, offered } = await listOf({ rows: [await listed(await told())], person: 'grace' });
    expect(offered.rows).toEqual([]);
    expect(triage?.rows).toMatchObject([
      {
        who: 'From Ana Pires · to Northwind NOC',
        owed: 'Sort it by 10:20 today',
        accept: { handoff: 'h1' },
        acceptLabel: 'Accept for Northwind NOC',
      },
    ]);
  });

  it('is with what is offered for everybody else, who sees who sorts it', async () => {
    const { triage, offered } = await listOf({ rows: [await listed(await told())], person: 'omar' });
    expect(triage).toBeUndefined();
    expect(offered.rows).toMatchObject([{ who: expect.stringContaining('Grace') as string }]);
    expect(offered.rows[0]).not.toHaveProperty('accept');
  });
});

describe('a row of what is ours', () => {
  const words = async (told: Story, now = NOW) =>
    (await listOf({ rows: [await listed(told, '1', now)], person: 'ana', now })).ours.rows[0];

  it('says what is owed soonest, and when', async () => {
    expect(await words(await heldByAna(), instant('2026-03-02 09:30'))).toMatchObject({
      who: 'You · Contoso Service desk',
      owed: 'First reply by 10:00 today',
    });
    expect(await words(await heldByAna())).toMatchObject({
      owed: 'First reply was due 10:00 today',
      lozenge: { text: 'LATE', tone: 'breached' },
    });
  });

  it('says that nobody has taken it', async () => {
    const told = await given(story(), opens('2026-03-02 09:00'));
    expect(await words(told, instant('2026-03-02 09:05'))).toMatchObject({
      who: 'Nobody has taken it · Contoso Service desk',
      owed: expect.stringMatching(/^Take it by /),
    });
  });

  it('says that its resolution is overdue, or that its clock stands still', async () => {
    const told = await offeredByAna();
    expect(await words(told, instant('2026-03-03 09:00'))).toMatchObject({
      owed: 'Resolution was due 17:00 yesterday',
      lozenge: { text: 'BREACHED' },
    });
    const paused = await given(await heldByAna(), waits('2026-03-02 09:30', 'ana', 'customer'));
    expect(await words(paused, instant('2026-03-02 09:40'))).toMatchObject({
      owed: 'Its clock stands still',
      lozenge: { text: 'PAUSED', tone: 'paused' },
    });
  });

  it('is gone once it is resolved', async () => {
    const told = await given(await heldByAna(), resolves('2026-03-02 09:30', 'ana'));
    expect((await listed(told)).row.owed).toBeUndefined();
  });
});

describe('a row of what is offered to us', () => {
  it('has Accept for whom the offer asks, their lead and coordinator, and for nobody else', async () => {
    const rows = [await listed(await offeredByAna())];
    const may = async (person: string) => (await listOf({ rows, person })).offered.rows[0]?.accept !== undefined;
    expect(await Promise.all(['omar', 'grace', 'dana', 'li'].map(may))).toEqual([true, true, false, false]);
  });

  it('says that its answer is late', async () => {
    const rows = [await listed(await offeredByAna())];
    const { offered } = await listOf({ rows, person: 'omar', now: instant('2026-03-02 10:45') });
    expect(offered.rows[0]).toMatchObject({ owed: 'Answer was due 10:30 today', lozenge: { text: 'LATE' } });
  });

  it('keeps Accept for the team it lapsed from', async () => {
    const told = await given(await offeredByAna(), ['2026-03-02 10:40', undefined, { type: 'TimePassed' }]);
    const { row } = await listed(told);
    expect(row.offer?.asked).toContain('northwind-noc');
    const { offered } = await listOf({ rows: [{ ticket: '1', version: 4, row }], person: 'omar' });
    expect(offered.rows[0]?.accept).toBeDefined();
  });
});

describe('a list', () => {
  it('begins with what is owed soonest, whatever the order it was stored in', async () => {
    const late = await listed(await given(await heldByAna(), replies('2026-03-02 09:30', 'ana')), '1');
    const soon = await listed(await heldByAna(), '2');
    const { ours } = await listOf({ rows: [late, soon], person: 'ana' });
    expect(ours.rows.map(({ ticket }) => ticket)).toEqual(['2', '1']);
  });

  it('leaves out what the viewer may not see, and does not count it', async () => {
    const rows = [await listed(await heldByAna(), '1'), await listed(await heldByAna(), '2')];
    const { ours } = await listOf({ rows, person: 'ana', hidden: ['1'] });
    expect(ours.rows.map(({ ticket }) => ticket)).toEqual(['2']);
    expect(ours.more).toBeUndefined();
  });

  it('says how many it does not show, as far as it knows', async () => {
    const row = await listed(await heldByAna());
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...row, ticket: `${at + 1}` }));
    const more = async (count: number, isAll = true) =>
      (await listOf({ rows: many(count), person: 'ana', isAll })).ours.more;
    expect(await more(25)).toBeUndefined();
    expect(await more(26)).toBe('One more is due later.');
    expect(await more(120)).toBe('95 more are due later.');
    expect(await more(50, false)).toBe('More than 25 others are not shown.');
    expect(await more(25, false)).toBe('More are not shown.');
  });

  it('is for people of the two parties who work now', async () => {
    const rows = [await listed(await heldByAna())];
    expect(await asked({ rows, person: 'mallory' })).toMatchObject({ ok: false, code: 'not-a-participant' });
    const { ana, ...others } = storyDirectory.people;
    const left = { ...storyDirectory, people: { ...others, ana: { ...ana!, active: false } } };
    expect(await asked({ rows, person: 'ana', directory: left })).toMatchObject({ ok: false });
  });
});

describe('a stored row', () => {
  it('reads back as it was written, and holds none of the words people wrote', async () => {
    const told = await given(await heldByAna(), offers('2026-03-02 10:00', 'ana'));
    const { row } = await listed(told);
    const stored = JSON.stringify(row);
    expect(readListRow(JSON.parse(stored))).toEqual(row);
    expect(stored).not.toMatch(/Disk latency|Replace the volume|Payroll/);
  });

  it('that is none is passed over', () => {
    for (const junk of [undefined, null, 7, 'text', [], {}, { stage: 'held', holder: 'msp' }]) {
      expect(readListRow(junk)).toBeUndefined();
    }
  });
});

describe('a request of a list', () => {
  const viewer = { timeZone: 'UTC' };
  const accept = { type: 'accept', viewer, ticket: '101', handoff: 'h1', actId: 'press-0001' };

  it.each([
    ['another kind', { type: 'withdraw', viewer }],
    ['a party of its own', { ...accept, viewer: { ...viewer, party: 'msp' } }],
    ['a ticket that is no number', { ...accept, ticket: '../1' }],
    ['no offer', { type: 'accept', viewer, ticket: '101', actId: 'press-0001' }],
    ['something more', { ...accept, deadline: '2026-03-02 12:00' }],
  ])('with %s is refused', (_, request) => {
    expect(listRequestSchema.safeParse(accept).success).toBe(true);
    expect(listRequestSchema.safeParse(request).success).toBe(false);
  });
});
