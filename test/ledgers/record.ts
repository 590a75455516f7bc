import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from '../../shared/src/ledger';
import { canonicalJson, encodePage, hashing, readHistory } from '../../shared/src/ledger';
import {
  acceptedByOmar,
  acceptsAsItIs,
  accepts,
  crossing,
  declines,
  given,
  heldByAna,
  infra,
  instant,
  moves,
  noc,
  offeredByAna,
  offers,
  opens,
  reopens,
  replies,
  resolves,
  resumes,
  returns,
  settles,
  story,
  takes,
  takesBack,
  ticks,
  waits,
  withdraws,
  type Story,
} from '../support/story';
import { storyTerms, warnedTerms } from '../support/agreement';
import { standingOf } from './standing';

/**
 * Writes the ledgers that later versions have to replay unchanged: `npx tsx test/ledgers/record.ts`. One that exists
 * is kept as it is, for ever: a change of the core adds stories here, it never writes one again.
 */
const key = 'the secret of an installation';
const keyed: Partial<Ports> = { hash: hashing(key), origin: { desk: 'freshservice', tenant: 'contoso' } };

const stories: Readonly<Record<string, () => Promise<Story>>> = {
  acceptedAndReopened: async () =>
    given(
      await acceptedByOmar(),
      waits('2026-03-02 11:00', 'omar'),
      resumes('2026-03-02 11:20', 'omar'),
      moves('2026-03-02 11:30', 'omar', noc, 'grace'),
      resolves('2026-03-02 12:00', 'grace'),
      reopens('2026-03-02 14:00'),
    ),
  returnedToStalemate: async () =>
    given(
      await offeredByAna(story({}, keyed)),
      returns('2026-03-02 10:10', 'omar'),
      offers('2026-03-02 10:20', 'ana'),
      declines('2026-03-02 10:25', 'grace'),
      ['2026-03-02 11:10', 'carla', { type: 'DecideStalemate', party: 'msp' }],
      takes('2026-03-02 11:15', 'omar', noc),
    ),
  lapsedAndDeemed: async () =>
    given(
      await offeredByAna(story({ priority: 1 })),
      ticks('2026-03-02 10:20'),
      takes('2026-03-02 10:14', 'omar', noc, { learned: '2026-03-02T10:21:00Z' }),
    ),
  movedRoundBaton: async () =>
    given(
      await acceptedByOmar(story({}, keyed)),
      ['2026-03-02 10:20', undefined, { type: 'DueTimesRead', resolve: instant('2026-03-02 17:30') }],
      moves('2026-03-02 10:30', 'omar', infra),
      moves('2026-03-02 10:31', 'omar', noc, 'omar'),
      moves('2026-03-02 11:00', 'omar', infra),
      settles('2026-03-02 11:05'),
      takesBack('2026-03-02 11:20', 'omar'),
      moves('2026-03-02 12:00', undefined, infra, undefined, { rule: 'nightly' }),
      acceptsAsItIs('2026-03-02 12:30', 'bruno'),
    ),
  completedAfterwards: async () =>
    given(
      await heldByAna(),
      moves('2026-03-02 10:00', 'ana', noc),
      offers('2026-03-02 10:30', 'ana'),
      accepts('2026-03-02 10:40', 'omar'),
      moves('2026-03-02 11:00', 'omar', infra),
      replies('2026-03-02 11:10', 'bruno'),
    ),
  warnedAndBreached: async () =>
    given(
      await offeredByAna(story({}, { ...keyed, terms: async () => warnedTerms() })),
      ticks('2026-03-02 10:40'),
      accepts('2026-03-02 10:45', 'grace'),
      ['2026-03-02 11:00', 'grace', { type: 'TicketReprioritised' }],
      ticks('2026-03-02 16:30'),
    ),
  climbedItsLadder: async () => given(await offeredByAna(), ticks('2026-03-02 12:00')),
  claimDisputed: async () =>
    given(
      await offeredByAna(story({}, keyed)),
      ['2026-03-02 10:12', 'omar', { type: 'AcceptHandoff' }, { assurance: 'claimed' }],
      moves('2026-03-02 10:12', 'grace', noc, 'omar'),
      offers('2026-03-02 10:30', 'ana'),
      withdraws('2026-03-02 10:40', 'ana'),
    ),
  routedAndRetargeted: async () => {
    let priority: 2 | 3 = 2;
    const stopping = crossing('client>msp', { closedReceiver: 'wait and stop' });
    const told = story({}, { terms: async () => stopping(storyTerms({ priority })) });
    await given(
      told,
      opens('2026-03-02 09:00'),
      moves('2026-03-02 09:05', undefined, infra, undefined, { rule: 'servers' }),
      takes('2026-03-02 09:50', 'bruno', infra),
      offers('2026-03-02 16:45', 'bruno', { deadline: instant('2026-03-03 12:00') }),
    );
    priority = 3;
    return given(
      told,
      ['2026-03-03 06:30', 'bruno', { type: 'TicketReprioritised' }],
      accepts('2026-03-03 08:10', 'omar'),
      returns('2026-03-03 09:00', 'omar'),
    );
  },
};

async function record(name: string, tell: () => Promise<Story>): Promise<void> {
  const file = join(__dirname, `${name}.jsonl`);
  if (existsSync(file)) return;
  const { ports, ticket } = await tell();
  const last = await ports.ledger.load(ticket);
  if (!last) throw new Error(`${name} has no ledger`);
  const { facts, texts } = await readHistory(ports.ledger, ticket, last);
  const now = (facts.at(-1)?.learned ?? 0) + 45 * 60_000;
  const about = {
    ...(ports.origin.desk === 'freshservice' ? { key } : {}),
    ...{ now, texts, page: encodePage(last.page, ports.hash), standing: standingOf(last.page.state, now) },
  };
  writeFileSync(file, [...facts, about].map(line => `${canonicalJson(line)}\n`).join(''));
}

Promise.all(Object.entries(stories).map(([name, tell]) => record(name, tell))).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
