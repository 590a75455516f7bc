import fc from 'fast-check';
import {
  DeskError,
  moveSome,
  progressOf,
  type MovingDesk,
  type MovingOrder,
  type MovingProgress,
} from '../../shared/src';
import { readListRow } from '../../shared/src/ledger';

const order: MovingOrder = { version: 2, at: 1_000, by: { person: 'grace', party: 'msp' }, reason: 'Nights too' };

const row = (version: number) =>
  readListRow({
    ...{ stage: 'held', holder: { party: 'msp' }, priority: 2 },
    promised: { version, workType: 'incident', cell: 'incident-p2' },
  })!;

/** Tickets under these versions, listed so many a page; some have no cell in the new version, some are in the way once. */
function deskOf(drawn: readonly { readonly from: 1 | 2; readonly isGoverned: boolean; readonly fails: boolean }[]) {
  const at = new Map(drawn.map(({ from }, index) => [`t${String(index).padStart(2, '0')}`, from as number]));
  const failing = new Set([...at.keys()].filter((_, index) => drawn[index]?.fails));
  const ungoverned = new Set([...at.keys()].filter((_, index) => !drawn[index]?.isGoverned));
  const told: string[] = [];
  const desk: MovingDesk = {
    page: async (after = '0') => {
      const from = Number(after);
      const rows = [...at]
        .slice(from, from + 3)
        .map(([ticket, version]) => ({ ticket, version: 1, row: row(version) }));
      return { rows, ...(from + 3 < at.size ? { next: String(from + 3) } : {}) };
    },
    tell: async (ticket, { version }) => {
      if (failing.delete(ticket)) throw new DeskError('busy', 'Too many requests.');
      if (ungoverned.has(ticket)) return 'kept';
      told.push(ticket);
      at.set(ticket, version);
      return 'moved';
    },
    log: () => undefined,
  };
  return { desk, at, told, ungoverned };
}

/** Runs again and again, as a sweep or a queue does; what it had done is kept only where it came to its end. */
async function moved(desk: MovingDesk, most: number): Promise<MovingProgress> {
  let progress = progressOf(order, undefined);
  for (let run = 1; run < 200 && progress.doneAt === undefined; run += 1) {
    progress = await moveSome(desk, order, progress, { now: 2_000 + run, most }).catch(() => progress);
  }
  return progress;
}

const drawnTicket = fc.record({ from: fc.constantFrom<1 | 2>(1, 1, 2), isGoverned: fc.boolean(), fails: fc.boolean() });

describe('moving what is open', () => {
  it('moves every ticket that the version has a cell for, each once, and comes to an end whatever fails on the way', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(drawnTicket, { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (drawn, most) => {
          const { desk, at, told, ungoverned } = deskOf(drawn);
          const progress = await moved(desk, most);
          expect(progress.doneAt).toBeDefined();
          for (const [ticket, version] of at) expect(version === 2 || ungoverned.has(ticket)).toBe(true);
          expect(new Set(told).size).toBe(told.length);
          expect(progress.kept).toBe([...at.values()].filter(version => version !== 2).length);
        },
      ),
      { numRuns: 60 },
    ));

  it('begins anew where another order was given', () => {
    const done: MovingProgress = { of: 1_000, version: 2, moved: 4, kept: 1, isStirred: false, doneAt: 3_000 };
    expect(progressOf(order, done)).toBe(done);
    expect(progressOf({ ...order, at: 5_000 }, done)).toMatchObject({ of: 5_000, moved: 0 });
  });
});
