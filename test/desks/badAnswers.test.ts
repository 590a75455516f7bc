import type { Mishap } from '../../scripts/workbench/mishaps';
import { deskForAll, startFreshservice, startJira, starts, unmetered, type TestDesk } from './support/desks';

jest.setTimeout(60_000);

const names = ['freshservice', 'jira'] as const;
const later = { 'retry-after': '30', 'Retry-After': '30' };

const refusals: readonly (readonly [status: number, sentence: string])[] = [
  [401, 'The desk does not let you do this.'],
  [403, 'The desk does not let you do this.'],
  [404, 'The desk does not have it any more.'],
  [409, 'Somebody else was faster.'],
  [429, 'Busy just now.'],
  [500, 'The desk cannot be reached just now.'],
];

/** A ticket that Ana of Contoso holds; nothing the app has said so far counts. */
async function heldByAna(on: TestDesk): Promise<string> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  await on.until('09:10');
  on.lines.length = 0;
  return id;
}

const told = (answer: unknown) => answer as { ok: boolean; code: string; sentence: string; remedy: string };
/** What only a platform says: never shown to a person. */
const RAW = /\d{3}|status|Error|undefined|rejected|null|Forge storage|answered/;

describe.each(names)('a desk on %s that answers', name => {
  const desk = deskForAll<TestDesk>(starts[name]);

  it.each(refusals)(
    '%i is told in a plain sentence, with a line for the admin, and nothing is lost',
    async (status, sentence) => {
      const on = desk();
      const id = await heldByAna(on);
      const before = on.facts(id);
      on.fate.befalls(/^GET .*(tickets|issue|agents)\//, { status, headers: later });
      const answer = told(await on.ask(id, 'ana', { type: 'form' }));
      on.fate.passes();
      expect(answer).toMatchObject({ ok: false, sentence });
      expect(answer.remedy).not.toBe('');
      expect(`${answer.sentence} ${answer.remedy}`).not.toMatch(RAW);
      expect(on.lines.join('\n')).toContain(`answered ${status}`);
      expect(on.facts(id)).toEqual(before);
      expect(await on.offer(id, 'ana')).toMatchObject({ ok: true });
    },
  );

  it('anything to its assignment leaves custody where it is said to be', async () => {
    const on = await starts[name](unmetered);
    const answers = [400, 403, 409, 429, 500];
    for (const status of answers) {
      const id = await heldByAna(on);
      await on.offer(id, 'ana');
      on.fate.befalls(/^PUT /, { status }, 1);
      expect([status, await on.ask(id, 'omar', { type: 'accept' })]).toMatchObject([status, { ok: true }]);
      expect([status, on.standing(id)]).toEqual([status, 'held msp/northwind-noc/omar']);
      expect(on.lines.join('\n')).toContain(`did not follow custody`);
    }
    expect(on.fate.operations.filter(operation => operation.startsWith('PUT '))).toHaveLength(answers.length);
    // The next sweep makes the desk follow.
    await on.until('09:35');
    expect(on.fate.operations.filter(operation => operation.startsWith('PUT '))).toHaveLength(2 * answers.length);
    await on.stop();
  });
});

const stores: Record<(typeof names)[number], { reads: RegExp; writes: RegExp }> = {
  freshservice: { reads: /^(db\.get e:|entity\.getAll)/, writes: /^(db\.set e:|entity\.(create|update))/ },
  jira: { reads: /^kvs (entity\/)?get/, writes: /^kvs transaction/ },
};

describe.each(names)('a store on %s that answers', name => {
  const { reads, writes } = stores[name];
  const desk = deskForAll<TestDesk>(starts[name]);

  it.each([401, 403, 429, 500])('%i to a reading says so, and the same press works a moment later', async status => {
    const on = desk();
    const id = await heldByAna(on);
    on.fate.befalls(reads, { status });
    const answer = told(await on.offer(id, 'ana'));
    on.fate.passes();
    expect(answer.ok).toBe(false);
    expect(`${answer.sentence} ${answer.remedy}`).not.toMatch(RAW);
    expect(on.lines).not.toEqual([]);
    expect(await on.offer(id, 'ana')).toMatchObject({ ok: true });
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed', 'HandoffOffered']);
  });

  it.each([400, 401, 403, 409, 429, 500])('%i to a writing keeps what was there', async status => {
    const on = desk();
    const id = await heldByAna(on);
    const before = on.facts(id);
    on.fate.befalls(writes, { status });
    const answer = told(await on.offer(id, 'ana'));
    on.fate.passes();
    expect(answer.ok).toBe(false);
    expect(`${answer.sentence} ${answer.remedy}`).not.toMatch(RAW);
    expect(on.lines).not.toEqual([]);
    expect(on.facts(id)).toEqual(before);
    expect(await on.offer(id, 'ana')).toMatchObject({ ok: true });
  });
});

describe.each(names)('an event on %s', name => {
  const passing: readonly (readonly [what: string, mishap: Mishap])[] = [
    ['that the store is too busy for', { status: 429, headers: later }],
    ['for which the store fails', { status: 500 }],
  ];

  it.each(passing)('%s is taken later, at its own instant and by who caused it', async (_what, mishap) => {
    const on = await starts[name]();
    const id = await heldByAna(on);
    on.fate.befalls(stores[name].reads, mishap);
    await on.change(id, 'carla', { person: 'carla' });
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed']);
    expect(on.lines.join('\n')).toMatch(/DeskError: /);
    on.fate.passes();
    await on.until('09:17');
    const [, fact] = on.facts(id).filter(({ type }) => type === 'Claimed');
    expect(fact).toMatchObject({ type: 'Claimed', by: { person: 'carla' }, at: Date.parse('2026-03-02T09:10:00Z') });
    expect(fact?.learned).toBeGreaterThan(fact?.at ?? 0);
    await on.stop();
  });

  it('of a reply to the customer is taken later too', async () => {
    const on = await starts[name]();
    const id = await heldByAna(on);
    on.fate.befalls(stores[name].reads, { status: 500 });
    await on.say(id, 'ana', 'We are looking into it.', true);
    on.fate.passes();
    await on.until('09:17');
    const fact = on.facts(id).find(({ type }) => type === 'FirstReplySent');
    expect(fact).toMatchObject({ by: { person: 'ana' }, at: Date.parse('2026-03-02T09:10:00Z') });
    await on.stop();
  });

  it('that cannot be taken for half an hour is taken after it', async () => {
    const on = await starts[name]();
    const id = await heldByAna(on);
    on.fate.befalls(stores[name].reads, { status: 500 });
    await on.change(id, 'carla', { person: 'carla' });
    await on.until('09:40');
    on.fate.passes();
    await on.until('10:10');
    expect(on.standing(id)).toBe('held client/contoso-desk/carla');
    await on.stop();
  });
});

describe('a platform that never answers', () => {
  it('a request of the Freshservice app is given up by the platform, and the person told', async () => {
    const on = await startFreshservice({ limits: { requestMs: 20 } });
    const id = await heldByAna(on);
    on.fate.befalls(/^GET .*tickets\//, 'never answers');
    const answer = told(await on.ask(id, 'ana', { type: 'form' }));
    expect(answer).toMatchObject({ ok: false, sentence: 'The desk cannot be reached just now.' });
    expect(on.lines.join('\n')).toContain('Freshservice answered 504: getTicket.');
    await on.stop();
  });

  it('a press on Jira is given up by the platform and can be repeated', async () => {
    const on = await startJira({ timeLimits: { interactive: 1500, background: 1500 } });
    const id = await heldByAna(on);
    on.fate.befalls(/^kvs transaction/, 'never answers');
    const press = { type: 'withdraw' };
    await on.offer(id, 'ana').then(
      () => Promise.reject(new Error('It was answered.')),
      (failure: { code: string }) => expect(failure.code).toBe('FUNCTION_TIME_OUT'),
    );
    on.fate.passes();
    expect(on.types(id)).toEqual(['EscalationOpened', 'Claimed']);
    expect(await on.offer(id, 'ana')).toMatchObject({ ok: true });
    expect(await on.ask(id, 'ana', press)).toMatchObject({ ok: true });
    await on.stop();
  });
});
