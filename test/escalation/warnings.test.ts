import type { Directory, Terms, TicketFacts } from '../../shared/src/agreement';
import { nextDue } from '../../shared/src/escalation';
import { tellingText } from '../../shared/src/panel';
import { storyDirectory, warnedTerms } from '../support/agreement';
import {
  accepts,
  crossing,
  desk,
  given,
  holds,
  instant,
  noc,
  offers,
  opens,
  people,
  replies,
  reopens,
  resolves,
  resumes,
  story,
  takes,
  ticks,
  waits,
  type Story,
} from '../support/story';
import { asks } from '../support/asks';

/** A story whose agreement warns at 50 % and 80 %. */
const warned = (about: Partial<TicketFacts> = {}, adjust = (terms: Terms) => terms, directory?: Directory): Story =>
  story({}, { terms: async () => adjust(warnedTerms(about)), ...(directory ? { directory } : {}) });

/** Ana has it since 09:05 and has answered the customer: what is left is to resolve it within 8 service hours. */
const answeredByAna = (told = warned()): Promise<Story> =>
  given(told, opens('2026-03-02 09:00'), takes('2026-03-02 09:05', 'ana', desk), replies('2026-03-02 09:10', 'ana'));

describe('both accountable parties are told', () => {
  it('at half, at four fifths and once the target has passed', async () => {
    const told = await given(await answeredByAna(), ticks('2026-03-03 12:00'));
    expect(await told.said()).toEqual([
      '03-02 13:00 resolve of ana: 50 %, to ana carla grace',
      '03-02 15:24 resolve of ana: 80 %, to ana carla grace',
      '03-02 17:00 resolve of ana: breached, to ana carla grace',
    ]);
  });

  it('of everything that is owed, each on its own clock', async () => {
    const told = await given(
      warned(),
      opens('2026-03-02 09:00'),
      ticks('2026-03-02 09:40'),
      takes('2026-03-02 09:45', 'ana', desk),
      ticks('2026-03-02 10:10'),
    );
    expect(await told.said()).toEqual([
      '03-02 09:15 acknowledge of contoso-desk: 50 %, to ana carla grace',
      '03-02 09:24 acknowledge of contoso-desk: 80 %, to ana carla grace',
      '03-02 09:30 respond of contoso-desk: 50 %, to ana carla grace',
      '03-02 09:30 acknowledge of contoso-desk: breached, to ana carla grace',
      '03-02 09:48 respond of ana: 80 %, to ana carla grace',
      '03-02 10:00 respond of ana: breached, to ana carla grace',
    ]);
  });

  it('of an update only shortly before it is late, and to whom it is owed', async () => {
    const hourly = (terms: Terms): Terms => ({ ...terms, update: { customer: 3_600_000 } });
    const told = await given(await answeredByAna(warned({}, hourly)), ticks('2026-03-02 10:20'));
    expect(await told.said()).toEqual([
      '03-02 09:58 update of ana: 80 %, to ana carla grace',
      '03-02 10:10 update of ana: breached, to ana carla grace',
    ]);
    expect(await told.factsOf('Breached')).toMatchObject([{ data: { audience: 'customer' } }]);
  });

  it('in one sentence of what is owed by the same instant', async () => {
    const told = warned({}, terms => ({ ...terms, respond: { ...terms.respond!, within: 1_800_000 } }));
    await given(told, opens('2026-03-02 09:00'));
    const { notices } = await told.happens('2026-03-02 09:15', undefined, { type: 'TimePassed' });
    const texts = notices.map(notice => (notice.is === 'tell' ? tellingText('jira', storyDirectory, notice) : ''));
    const owed = 'Contoso Service desk has to take it up and send the first reply';
    expect(texts).toEqual([`${owed} by 09:30 today · 10:30 in Madrid: 50% of the time is used up.`]);
  });

  it('while an offer waits: the giver, who is to answer, and both leads, on each rung once', async () => {
    const told = await given(await answeredByAna(), offers('2026-03-02 10:00', 'ana'), ticks('2026-03-02 11:31'));
    expect(await told.said()).toEqual([
      '03-02 10:15 acknowledge of northwind-noc: 50 %, to omar ana carla grace',
      '03-02 10:24 acknowledge of northwind-noc: 80 %, to omar ana carla grace',
      '03-02 10:30 acknowledge of northwind-noc: breached, to omar ana carla grace',
      '03-02 10:45 acknowledge of grace: 50 %, to grace ana carla',
      '03-02 10:54 acknowledge of grace: 80 %, to grace ana carla',
      '03-02 11:00 acknowledge of grace: breached, to grace ana carla',
      '03-02 11:15 acknowledge of grace: 50 %, to grace ana carla',
      '03-02 11:24 acknowledge of grace: 80 %, to grace ana carla',
      '03-02 11:30 acknowledge of grace: breached, to grace ana carla',
    ]);
    expect(await told.types()).toContain('LadderEnded');
  });

  it('of what was promised when accepting, for which the receiver answers then', async () => {
    const accepted = await given(
      await answeredByAna(),
      offers('2026-03-02 10:00', 'ana', { deadline: instant('2026-03-02 12:00') }),
      accepts('2026-03-02 10:10', 'omar'),
      ticks('2026-03-02 12:30'),
    );
    expect(await accepted.said()).toEqual([
      '03-02 11:05 next-action of omar: 50 %, to omar grace carla',
      '03-02 11:38 next-action of omar: 80 %, to omar grace carla',
      '03-02 12:00 next-action of omar: breached, to omar grace carla',
    ]);
  });

  it('except where a cell only watches: then the leads alone', async () => {
    const watching = (terms: Terms) => crossing('msp>client', { mode: 'observe' })(terms);
    const told = await given(await answeredByAna(warned({}, watching)), ticks('2026-03-02 13:30'));
    expect(await told.said()).toEqual(['03-02 13:00 resolve of ana: 50 %, to carla grace']);
  });

  it('as they are found at that instant: nobody who has left', async () => {
    const gone = people({ carla: { active: false } });
    const told = await given(await answeredByAna(warned({}, terms => terms, gone)), ticks('2026-03-02 13:30'));
    expect(await told.said()).toEqual(['03-02 13:00 resolve of ana: 50 %, to ana grace']);
  });
});

describe('a warning is given once, at the instant of its share', () => {
  it('which a pause moves, and which is not reached while the clock stands', async () => {
    const paused = await given(
      await answeredByAna(),
      waits('2026-03-02 12:00', 'ana'),
      holds('2026-03-02 12:05', 'ana'),
      ticks('2026-03-02 16:00'),
    );
    expect(nextDue(await paused.state())).toBeUndefined();
    const resumed = await given(paused, resumes('2026-03-02 16:00', 'ana'), ticks('2026-03-02 17:30'));
    expect(await resumed.said()).toEqual(['03-02 17:00 resolve of ana: 50 %, to ana carla grace']);
  });

  it('whatever is heard of late', async () => {
    const told = await given(
      await answeredByAna(),
      ticks('2026-03-02 13:05'),
      ['2026-03-02 12:50', 'ana', { type: 'WaitingStarted', whom: 'customer' }, { learned: '2026-03-02T13:10:00Z' }],
      holds('2026-03-02 13:12', 'ana'),
      resumes('2026-03-02 14:00', 'ana'),
      ticks('2026-03-02 17:40'),
    );
    expect(await told.said()).toEqual([
      '03-02 13:00 resolve of ana: 50 %, to ana carla grace',
      '03-02 16:34 resolve of ana: 80 %, to ana carla grace',
    ]);
  });

  it('and it stays said although it had been resolved before', async () => {
    const told = await given(await answeredByAna(), ticks('2026-03-02 13:30'), [
      '2026-03-02 12:50',
      'ana',
      { type: 'TicketResolved' },
      { learned: '2026-03-02T13:40:00Z' },
    ]);
    await given(told, reopens('2026-03-02 14:00'), ticks('2026-03-02 15:00'));
    expect(await told.said()).toEqual(['03-02 13:00 resolve of ana: 50 %, to ana carla grace']);
  });

  it('and a target that is met to the millisecond is not missed', async () => {
    const told = await given(await answeredByAna(), resolves('2026-03-02 17:00', 'ana'), ticks('2026-03-03 12:00'));
    expect((await told.said()).map(text => text.slice(20))).toEqual([
      'of ana: 50 %, to ana carla grace',
      'of ana: 80 %, to ana carla grace',
    ]);
  });

  it('and one that falls due at closing time is missed when the hours begin again', async () => {
    const opened = warned({}, terms => ({ ...terms, resolve: { ...terms.resolve, within: 9 * 3_600_000 } }));
    const told = await given(await answeredByAna(opened), ticks('2026-03-02 23:00'));
    expect((await told.said()).at(-1)).toContain('80 %');
    expect(nextDue(await told.state())).toBe(instant('2026-03-03 08:00') + 1);
  });
});

describe('other promises', () => {
  const retargeted = async (...priorities: readonly (1 | 2 | 3)[]): Promise<Story> => {
    let priority: 1 | 2 | 3 = 2;
    const told = await answeredByAna(story({}, { terms: async () => warnedTerms({ priority }) }));
    for (const [index, next] of priorities.entries()) {
      priority = next;
      await given(told, [`2026-03-02 ${13 + index}:30`, 'ana', { type: 'TicketReprioritised' }]);
    }
    return told;
  };

  it('are told of from when they hold, and only what is most pressing then', async () => {
    const told = await retargeted(1);
    expect(await told.said()).toEqual([
      '03-02 13:00 resolve of ana: 50 %, to ana carla grace',
      '03-02 13:30 resolve of ana: breached, to ana carla grace',
    ]);
  });

  it('that hold again are not told of again', async () => {
    const told = await given(await retargeted(1, 2, 1, 2), ticks('2026-03-02 16:45'));
    const resolve = (await told.said()).filter(text => text.includes('resolve'));
    expect(resolve.slice(2)).toEqual(['03-02 15:24 resolve of ana: 80 %, to ana carla grace']);
  });
});

it('a receiver that is closed stops the clock, and with it the warnings, where the agreement says so', async () => {
  const stopping = (terms: Terms) => crossing('client>msp', { closedReceiver: 'wait and stop' })(terms);
  const told = await given(
    await answeredByAna(warned({}, stopping)),
    offers('2026-03-02 16:58', 'ana', { deadline: instant('2026-03-03 12:00') }),
  );
  await given(told, ticks('2026-03-03 07:15'));
  // Four hours had passed by 13:00; Northwind closes at 17:00 UTC and opens at 07:00, Contoso’s hours at 08:00.
  expect((await told.said()).filter(text => text.includes('resolve'))).toEqual([
    '03-02 13:00 resolve of ana: 50 %, to ana carla grace',
    '03-02 15:24 resolve of ana: 80 %, to ana carla grace',
  ]);
  await given(told, ticks('2026-03-03 08:10'));
  expect((await told.said()).at(-1)).toBe('03-03 08:00 resolve of ana: breached, to ana carla grace');
});

it('the desk’s own due time is warned of where the contract counts it', async () => {
  const native = (terms: Terms): Terms => ({ ...terms, resolve: { ...terms.resolve, clockOfRecord: 'native' } });
  const told = await given(
    await answeredByAna(warned({}, native)),
    ['2026-03-02 09:12', undefined, { type: 'DueTimesRead', resolve: instant('2026-03-02 11:00') }],
    ticks('2026-03-02 12:00'),
  );
  expect(await told.said()).toEqual([
    '03-02 10:00 resolve of ana: 50 %, to ana carla grace',
    '03-02 10:36 resolve of ana: 80 %, to ana carla grace',
    '03-02 11:00 resolve of ana: breached, to ana carla grace',
  ]);
});

it('nobody is told of what was over before Baton knew of the ticket', async () => {
  const told = warned();
  await given(told, [
    '2026-03-02 09:00',
    undefined,
    { type: 'TicketOpened', to: noc },
    { learned: '2026-03-02T13:30:00Z' },
  ]);
  expect(await told.said()).toEqual([
    '03-02 09:30 acknowledge of northwind-noc: breached, to nobody',
    '03-02 10:00 respond of northwind-noc: breached, to nobody',
  ]);
});

it('an answer that is owed is told of like everything else, and each chase once when it is due', async () => {
  const told = await given(await answeredByAna(), asks('2026-03-02 10:00', 'ana'), ticks('2026-03-02 16:50'));
  expect((await told.said()).filter(text => / (answer|chase) of /.test(text))).toEqual([
    '03-02 12:00 answer of northwind-network: 50 %, to dana ana carla grace',
    '03-02 13:12 answer of northwind-network: 80 %, to dana ana carla grace',
    '03-02 14:00 answer of northwind-network: breached, to dana ana carla grace',
  ]);
  await given(told, ticks('2026-03-03 16:00'));
  expect((await told.said()).filter(text => text.includes(' chase of '))).toEqual([
    '03-03 09:30 chase of ana: breached, to ana carla grace',
  ]);
});
