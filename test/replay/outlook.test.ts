import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv/dist/2020';
import {
  agreedFor,
  caseIndex,
  figures,
  headOf,
  readInstant,
  readMapping,
  replaying,
  reportTables,
  reportJsonSchema,
  type LogEvent,
  type Replayed,
} from '@baton/shared';
import { barChart } from '../../scripts/replay/charts';
import { pageOf } from '../../scripts/replay/page';

const HOUR = 3_600_000;
const mapping = readMapping({
  ...{ case: 'c', at: 'a', status: 's', waiting: ['Waiting'], resolved: ['Done'] },
  parties: { client: ['Desk'], msp: ['NOC', 'Network'] },
});
const agreed = agreedFor(mapping, undefined);

/** An event a line, in the first week of March 2026: instant, team, person, status; a dash names nothing. */
function history(...lines: string[]): LogEvent[] {
  return lines.map((text, index) => {
    const [when = '', ...named] = text.split(' ');
    const [team, person, status] = named.map(value => (value === '-' ? undefined : value));
    return { line: index + 2, at: readInstant(`2026-03-${when}:00Z`) ?? NaN, team, person, status, priority: '3' };
  });
}

function replayed(
  cases: Readonly<Record<string, LogEvent[]>>,
  more: Partial<Parameters<typeof replaying>[0]> = {},
): Replayed {
  const run = replaying({ mapping, period: { from: -Infinity, to: Infinity }, agreed, ...more });
  for (const [id, events] of Object.entries(cases)) run.replay({ id, events });
  return run.replayed();
}

/** Monday: Ana has it for an hour, it is moved across without a word, and Nuno is first seen at it five hours later. */
const thrown = history(
  ...[
    '02T09:00 Desk - New',
    '02T09:30 Desk Ana New',
    '02T10:00 NOC - New',
    '02T15:00 NOC Nuno New',
    '02T16:00 NOC Nuno Done',
  ],
);
/** Nobody had claimed it, so it was only sent on; the customer is waited for, and it is too late in the end. */
const late = history(
  ...['02T09:00 Desk - New', '02T09:10 NOC - New', '02T09:20 NOC Nuno New', '02T12:00 NOC Nuno Waiting'],
  ...['03T12:00 NOC Nuno New', '06T12:00 NOC Nuno Done'],
);

test('a history is held against the real rules in simulated time', () => {
  const { outlook } = replayed({ thrown, late });
  expect(outlook?.moves).toEqual({ claims: 3, passes: 0, routings: 1, handoffs: 1 });
  expect(outlook?.crossings['client>msp']).toMatchObject({ transfers: 2, unbatoned: 1, unanswered: 1 });
  expect(outlook?.crossings['client>msp'].wait).toMatchObject({ count: 2, p50: HOUR / 6, p90: 5 * HOUR });
  expect(outlook?.warnings).toMatchObject({ warned: 1, breached: 1, preceded: 1, falseAlarms: 0, misses: 0 });
  expect(outlook?.nobody).toEqual([{ id: 'thrown', ms: 5 * HOUR }]);
  expect(outlook?.baseline.attainment).toEqual({ count: 1, of: 2 });
});

test('used and waited-for time add up to the open time exactly', () => {
  const { outlook } = replayed({ thrown, late });
  const sum = (times: Readonly<Record<string, number>> = {}) => Object.values(times).reduce((all, ms) => all + ms, 0);
  expect(sum(outlook?.usedBy) + sum(outlook?.waitedFor)).toBe(outlook?.openMs);
  expect(outlook?.waitedFor).toEqual({ customer: 10 * HOUR });
  // Monday 09:00 to 16:00, and Monday 09:00 to Friday 12:00 of ten hours a day.
  expect(outlook?.openMs).toBe(7 * HOUR + 43 * HOUR);
});

test('each hour of the week has the time that nobody had accepted in it, and together they are all of that time', () => {
  const { outlook } = replayed({ thrown, late });
  const monday = [10, 11, 12, 13, 14];
  expect(outlook?.exposure.zone).toBe('UTC');
  expect(outlook?.exposure.hours.flatMap((ms, hour) => (ms > 0 ? [[hour, ms]] : []))).toEqual(
    monday.map(hour => [hour, HOUR]),
  );
  expect(outlook?.inHand.client).toMatchObject({ count: 1, p50: HOUR / 2 });
});

test('where one team has all tickets, the person who has one says whose it is, and nobody leaves it where it was', () => {
  const one = history(
    ...['02T09:00 Support - New', '02T09:30 Support Ana New', '02T10:00 Support Nuno New'],
    ...['02T11:00 Support - New', '02T12:00 Support Nuno Done'],
  );
  const by = readMapping({
    ...{ case: 'c', at: 'a', status: 's', resolved: ['Done'] },
    people: { client: ['Ana'], msp: ['Nuno'] },
  });
  const { outlook, unplaced } = replayed({ one }, { mapping: by, agreed: agreedFor(by, undefined) });
  expect(outlook?.crossings).toMatchObject({ 'client>msp': { transfers: 1 }, 'msp>client': { transfers: 0 } });
  expect(unplaced).toEqual(['Support']);
});

test('a whole ticket on one line of a desk’s own export is held against the rules event by event', () => {
  const onOneLine = thrown.map(event => ({ ...event, line: 1 }));
  expect(replayed({ thrown: onOneLine }).outlook).toEqual(replayed({ thrown }).outlook);
});

test('one case is looked into: where its time went, what cost most, and which rule would have helped', () => {
  const { autopsy } = replayed({ thrown, late }, { autopsy: 'late' });
  expect(autopsy).toMatchObject({ cell: 'incident-p3', causes: [{ by: 'msp', kind: 'held too long' }] });
  expect(autopsy?.costliest?.waitMs).toBe(HOUR / 6);
  expect(autopsy?.rule).toContain('budget');
});

test('a second agreement says where it would have differed, and in which tickets', () => {
  const document = JSON.parse(JSON.stringify(agreed?.agreement.matrix)) as {
    id: string;
    targets: { resolve: { within: number } };
  }[];
  const matrix = document.map(cell => ({
    ...cell,
    targets: { ...cell.targets, resolve: { ...cell.targets.resolve, within: 100 * HOUR } },
  }));
  const against = agreed && agreedFor(mapping, { ...agreed.agreement, matrix } as unknown as typeof agreed.agreement);
  const { comparison } = replayed({ thrown, late }, { against });
  expect(comparison?.cells).toEqual({ 'incident-p3': { cases: 2, warned: -1, breached: -1 } });
  expect(comparison?.tickets).toMatchObject({ 'warned only before': ['late'], 'breached only before': ['late'] });
});

test('teams nobody placed are named, and those whose names share a word are suggested, no more', () => {
  const found = replayed({
    one: history('02T09:00 Storage-1 - New', '02T10:00 Storage-2 - New', '02T11:00 Desk - New'),
  });
  expect(found.unplaced).toEqual(['Storage-1', 'Storage-2']);
  expect(found.teamsAlike).toEqual([{ teams: ['Storage-1', 'Storage-2'], because: 'name', shared: 'storage' }]);
});

test('the report is what its published form says', () => {
  const published = JSON.parse(
    readFileSync(resolve(__dirname, '../../scripts/replay/report.schema.json'), 'utf8'),
  ) as object;
  expect(published).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
  const report = {
    ...headOf(replayed({ thrown, late }, { against: agreed, autopsy: 'late' }), ['Something.']),
    perCase: [],
  };
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(published);
  expect(validate(JSON.parse(JSON.stringify(report))) || validate.errors).toBe(true);
});

test('the page asks nothing of a network, has a table behind each chart, and lets no name become markup', () => {
  const page = pageOf(replayed({ '<b>': history('02T09:00 <script> - New', '02T10:00 Desk - Done') }), []);
  expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)|<script|<b>/);
  expect(page.match(/role="img"/g)?.length).toBe(page.match(/<details>/g)?.length);
  expect(barChart({ names: ['a & b'], series: [{ name: 'x', values: [1] }] })).toContain('a &amp; b');
});

test('behind each number stand the cases that make it up', () => {
  const run = replaying({ mapping, period: { from: -Infinity, to: Infinity }, agreed });
  const index = caseIndex();
  for (const [id, events] of Object.entries({ thrown, late })) {
    const one = run.replay({ id, events });
    if (one) index.add(one);
  }
  const { outlook } = run.replayed();
  expect(index.behind(figures.breached)).toEqual({ count: 1, first: [{ id: 'late', value: 1 }] });
  expect(index.behind(figures.team('Desk')).first.map(({ id }) => id)).toEqual(['thrown', 'late']);
  const tables = reportTables(run.replayed());
  for (const cell of tables.flatMap(({ rows }) => rows.flat())) {
    if (typeof cell === 'string' || !cell.of.startsWith('count')) continue;
    const sum = index.behind(cell.of).first.reduce((all, { value }) => all + value, 0);
    expect([cell.of, cell.text]).toEqual([cell.of, expect.stringContaining(String(sum))]);
  }
  expect(index.behind(figures.nobodyIn('incident-p3')).first).toEqual(
    outlook?.nobody.map(({ id, ms }) => ({ id, value: ms })),
  );
});
