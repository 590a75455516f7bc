import fc from 'fast-check';
import type { Terms } from '../../shared/src/agreement';
import { advance } from '../../shared/src/ledger';
import { custodian, waterfall, type Open } from '../../shared/src/escalation';
import { promiseReading } from '../../shared/src/escalation/promise';
import { anyStory, holdsFor, tell } from './drawnStories';

type Hours = Terms['calendars'][string];

const weekly = (from: string, to: string): Hours['weekly'] =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sun'].map(day => [day, [[from, to] as const]]));

const hours = fc.constantFrom<Hours>(
  { timeZone: 'UTC', weekly: weekly('00:00', '24:00') },
  { timeZone: 'Europe/Madrid', weekly: weekly('11:30', '14:00'), holidays: ['2026-03-02'] },
  { timeZone: 'America/New_York', weekly: weekly('22:00', '06:00') },
);
const another = fc.record({ hours, within: fc.integer({ min: 1, max: 90 }), later: fc.nat(3 * 86_400_000) });

const spent = (state: Open, now: number) => ({
  resolve: promiseReading(state, 'resolve', now)?.elapsed,
  respond: promiseReading(state, 'respond', now)?.elapsed,
  paused: waterfall(state, now).flatMap(({ is, ms }) => (is === 'paused' ? [ms] : [])),
});

const standing = (state: Open) => ({
  custody: state.custody.map(({ at, to, how }) => ({ at, to, how })),
  holder: custodian(state),
  offer: state.status === 'offered' ? state.offer.handoff : undefined,
  asks: state.asks.map(({ id, until }) => ({ id, until })),
  status: state.status,
});

function addsUp(state: Open, now: number): void {
  const running = waterfall(state, now).filter(({ is }) => is === 'running');
  expect(running.reduce((sum, { ms }) => sum + ms, 0)).toBe(promiseReading(state, 'resolve', now)?.elapsed);
}

it('going on under another version never gives more or less spent time, and never changes who has it', () =>
  holdsFor(fc.tuple(anyStory(), another), async ([drawn, { hours: counted, within, later }]) => {
    const told = await tell(drawn);
    if (told.state.status === 'unopened') return;
    const now = told.now + later;
    const looked = { deliveryId: 'look', at: now, learned: now, actor: { rule: 'baton' }, channel: 'test' } as const;
    const { state } = await advance(told.ports, told.ticket, [
      { ...looked, assurance: 'platform', type: 'TimePassed' },
    ]);
    if (state.status === 'unopened') return;
    const { calendar } = state.terms.resolve;
    const next: Terms = {
      ...state.terms,
      version: state.terms.version + 1,
      resolve: { calendar, clockOfRecord: 'baton', within: within * 3_600_000 },
      calendars: { ...state.terms.calendars, [calendar]: counted },
    };
    const ports = { ...told.ports, terms: async () => next };
    const moved = await advance(ports, told.ticket, [
      {
        ...looked,
        deliveryId: 'm',
        assurance: 'platform',
        type: 'MoveToVersion',
        version: next.version,
        why: 'Agreed',
      },
    ]);
    if (moved.state.status === 'unopened' || moved.facts[0]?.type !== 'TermsReplaced') return;
    expect(spent(moved.state, now)).toEqual(spent(state, now));
    addsUp(moved.state, now + 86_400_000);
    if (moved.facts.length === 1) expect(standing(moved.state)).toEqual(standing(state));
    expect(moved.state.custody.map(({ to }) => to.party)).toEqual(state.custody.map(({ to }) => to.party));
  }));
