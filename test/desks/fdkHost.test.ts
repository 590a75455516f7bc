import { monday, probeDesk } from '../support/probeFdk/desk';

const minute = 60_000;

describe('a server method', () => {
  test('is answered with what renderData got, and is told no caller', async () => {
    const { ask } = await probeDesk();
    expect(await ask({ type: 'greet', name: 'Ana' })).toEqual({
      words: 'Hello Ana',
      domain: 'contoso.freshservice.com',
      caller: null,
    });
  });

  test('is refused with the status and message renderData got', async () => {
    const { refusal } = await probeDesk();
    expect(await refusal({ type: 'refuse' })).toEqual({
      requestID: expect.any(String),
      status: 403,
      message: 'Not yours to accept',
    });
  });

  test('that never replies is a timeout', async () => {
    const { desk } = await probeDesk({ panelDoor: { method: 'silent', payload: () => ({}) } });
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance', 'Date'] });
    const asked = desk.ask('101', 'ana', {}).catch((failure: { shape: object }) => failure.shape);
    await jest.advanceTimersByTimeAsync(20_000);
    jest.useRealTimers();
    expect(await asked).toMatchObject({ status: 504 });
  });

  test('takes no more than 100 KB and no undeclared name', async () => {
    const { desk, refusal } = await probeDesk();
    expect(await refusal({ type: 'greet', name: 'x'.repeat(101 * 1024) })).toMatchObject({ status: 413 });
    await expect(desk.host.callServerMethod('onInstall', {}, undefined)).rejects.toMatchObject({
      shape: { status: 404 },
    });
  });

  test('is answered 50 times a minute, and again in the next', async () => {
    const { ask, refusal, clock } = await probeDesk();
    for (let call = 0; call < 50; call += 1) await ask({ type: 'now' });
    expect(await refusal({ type: 'now' })).toMatchObject({ status: 429 });
    await clock.jump(monday + minute);
    expect(await ask({ type: 'now' })).toMatchObject({ now: monday + minute });
  });

  test('counts what it costs on the action that asked', async () => {
    const { desk, costs } = await probeDesk();
    await desk.ask('101', 'ana', { type: 'claim' }, 'panel claim');
    expect(costs.list()[0]).toMatchObject({ action: 'panel claim', operations: { invocation: 1, 'storage.write': 2 } });
  });
});

describe('the server context', () => {
  test('has the language and none of the host', async () => {
    const { ask } = await probeDesk();
    expect(await ask({ type: 'globals' })).toEqual({ found: [], modules: [] });
  });

  test('makes no code from strings, and lends the libraries the manifest names', async () => {
    const { ask } = await probeDesk();
    const hash = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81';
    expect(await ask({ type: 'escape' })).toEqual({ code: 'EvalError', hash });
  });

  test('reads the workbench clock', async () => {
    const { ask, clock } = await probeDesk();
    await clock.jump(monday + 90 * minute);
    expect(await ask({ type: 'now' })).toEqual({
      now: monday + 90 * minute,
      text: '2026-11-23T10:30:00.000Z',
      isDate: true,
      year: 2020,
    });
  });
});

describe('the key-value store', () => {
  test('lets exactly one of two writers create a key', async () => {
    const { ask } = await probeDesk();
    const { outcomes } = (await ask({ type: 'claim' })) as { outcomes: unknown[] };
    expect([...outcomes].sort()).toEqual([409, 'won']);
  });

  test('lets exactly one of two windows create a key', async () => {
    const { desk } = await probeDesk();
    const write = () =>
      desk.host.operateFromBrowser('db.set', ['key', { by: 'a window' }, { setIf: 'not_exist' }]).then(
        () => 'won',
        (failure: { shape: { status: number } }) => failure.shape.status,
      );
    expect((await Promise.all([write(), write()])).sort()).toEqual([409, 'won']);
  });

  test.each([
    ['a blank key', { key: '', value: { a: 1 } }, 'The key cannot be blank'],
    ['a key of 61 characters', { key: 'k'.repeat(61), value: { a: 1 } }, 'Key length should not exceed 60 characters'],
    ['an empty value', { key: 'a', value: {} }, 'The value cannot be blank and should be of type JSON'],
    [
      'more than 40 KB',
      { key: 'a', value: { a: 'x'.repeat(40 * 1024) } },
      'The combined size of the key and value should not exceed 40KB',
    ],
    ['a ttl of nothing', { key: 'a', value: { a: 1 }, options: { ttl: 0 } }, 'The ttl should be a non-zero number'],
  ])('refuses %s', async (_what, request, message) => {
    const { refusal } = await probeDesk();
    expect(await refusal({ type: 'store', ...request })).toMatchObject({ status: 400, message });
  });

  test('forgets a value when its time is over, and turns empty texts into null', async () => {
    const { ask, refusal, clock } = await probeDesk();
    await ask({ type: 'store', key: 'a', value: { text: '', deep: { list: [''] } }, options: { ttl: 60 } });
    expect(await ask({ type: 'fetch', key: 'a' })).toEqual({ text: null, deep: { list: [null] } });
    await clock.jump(monday + minute);
    expect(await refusal({ type: 'fetch', key: 'a' })).toMatchObject({ status: 404, message: 'Record not found' });
  });

  test('serves 50 operations a minute', async () => {
    const { desk } = await probeDesk();
    const read = () => desk.host.operateFromBrowser('db.get', ['installed']);
    for (let call = 0; call < 49; call += 1) await read();
    await expect(read()).rejects.toMatchObject({ shape: { status: 429 } });
  });
});

describe('the entity store', () => {
  const records = (operation: string, ...parts: unknown[]) => ({ type: 'records', operation, parts });

  test('finds records by equality on filterable fields', async () => {
    const { ask } = await probeDesk();
    for (const [key, bucket] of [
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ])
      await ask(records('create', { ticket_key: key, bucket, head: 1 }));
    const found = (await ask(records('getAll', { query: { $or: [{ bucket: 'a' }, { bucket: 'c' }] } }))) as Page;
    expect(found.records.map(record => record.data.ticket_key)).toEqual(['1', '3']);
    const both = (await ask(records('getAll', { query: { $and: [{ bucket: 'b' }, { ticket_key: '2' }] } }))) as Page;
    expect(both.records).toHaveLength(1);
  });

  test('pages by marker until there is no next', async () => {
    const { ask } = await probeDesk({ limits: { entityPage: 2 } });
    for (const key of ['1', '2', '3']) await ask(records('create', { ticket_key: key }));
    const first = (await ask(records('getAll', {}))) as Page;
    const second = (await ask(records('getAll', { next: first.links?.next }))) as Page;
    expect([first, second].map(page => page.records.length)).toEqual([2, 1]);
    expect(second.links).toBeUndefined();
  });

  test.each([
    ['a missing required field', records('create', { head: 1 }), 'ticket_key', 'is a required field'],
    [
      'a field nobody declared',
      records('create', { ticket_key: '1', other: 1 }),
      'other',
      'is not a field of the entity',
    ],
    [
      'a text that is too long',
      records('create', { ticket_key: 'x'.repeat(65) }),
      'ticket_key',
      'should be a text of at most 64 characters',
    ],
    [
      'a query on a field that is not filterable',
      records('getAll', { query: { head: 1 } }),
      'head',
      'is not a filterable field',
    ],
    [
      'a query of more than 24 terms',
      records('getAll', { query: { $or: Array.from({ length: 25 }, () => ({ bucket: 'a' })) } }),
      'query',
      'should not hold more than 24 conditions',
    ],
  ])('refuses %s', async (_what, request, name, message) => {
    const { refusal } = await probeDesk();
    expect(await refusal(request)).toMatchObject({ status: 400, errorSource: 'APP', errors: [{ name, message }] });
  });

  test('replaces a record by its display id and keeps it for a second start', async () => {
    const { ask, desk, db } = await probeDesk();
    const { record } = (await ask(records('create', { ticket_key: '1', head: 1 }))) as {
      record: { display_id: string };
    };
    await ask(records('update', record.display_id, { ticket_key: '1', head: 2 }));
    await desk.stop();
    const later = await probeDesk({}, db);
    expect(await later.ask(records('get', record.display_id))).toMatchObject({
      record: { data: { ticket_key: '1', head: 2 } },
    });
  });
});

describe('a schedule', () => {
  const at = (minutes: number) => new Date(monday + minutes * minute).toISOString();
  const schedule = (name: string, minutes: number, repeat?: object) => ({
    type: 'schedule',
    schedule: { name, data: { what: name }, schedule_at: at(minutes), repeat },
  });

  test('rings when the clock jumps past it, at its own instant, once or again and again', async () => {
    const { ask, clock, refusal } = await probeDesk();
    await ask(schedule('once', 12));
    await ask(schedule('often', 10, { time_unit: 'minutes', frequency: 10 }));
    await clock.jump(monday + 35 * minute);
    expect(await ask({ type: 'fetch', key: 'rings' })).toEqual({
      seen: [
        { what: 'often', at: at(10) },
        { what: 'once', at: at(12) },
        { what: 'often', at: at(20) },
        { what: 'often', at: at(30) },
      ],
    });
    expect(await refusal({ type: 'fetchSchedule', name: 'once' })).toMatchObject({ status: 404 });
  });

  test('less than five minutes ahead is refused', async () => {
    const { refusal } = await probeDesk();
    expect(await refusal(schedule('soon', 4))).toMatchObject({
      status: 400,
      message: expect.stringContaining('at least 5 minutes'),
    });
  });

  test('cannot be a second recurring one, nor have a name of 31 characters', async () => {
    const { ask, refusal } = await probeDesk();
    const repeat = { time_unit: 'hours', frequency: 1 };
    await ask(schedule('first', 10, repeat));
    expect(await refusal(schedule('second', 10, repeat))).toMatchObject({ status: 400 });
    expect(await refusal(schedule('x'.repeat(31), 10))).toMatchObject({ status: 400 });
  });

  test('still rings after the workbench was started again', async () => {
    const { ask, desk, db } = await probeDesk();
    await ask(schedule('once', 12));
    await desk.stop();
    const later = await probeDesk({}, db);
    await later.clock.jump(monday + 15 * minute);
    expect(await later.ask({ type: 'fetch', key: 'rings' })).toMatchObject({ seen: [{ what: 'once' }] });
  });
});

test('a job runs beside the call and tells how it ended', async () => {
  const { ask, desk } = await probeDesk();
  const { id } = (await ask({ type: 'job', by: 3 })) as { id: string };
  await desk.settle();
  expect(await ask({ type: 'jobState', id })).toMatchObject({
    name: 'count',
    status: 'success',
    status_message: 'counting',
  });
});

interface Page {
  records: { data: { ticket_key: string } }[];
  links?: { next: { marker: string } };
}
