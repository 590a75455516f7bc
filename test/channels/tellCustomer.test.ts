import type { AgreementDocument } from '../../shared/src/agreement';
import { hasSaid } from '../../shared/src/channels';
import { outboxOf } from '../../shared/src/escalation';
import { DeskError, type DeskErrorCode } from '../../shared/src/failures';
import { leftUnsaid } from '../../shared/src/ledger/notices';
import { given, heldByAna, instant, offers, resolves, storyWith, ticks, type Step, type Story } from '../support/story';
import { channelDesk, heard, sends, world, type World } from './channelDesk';

const hour = 3_600_000;
const message = 'Your payroll database is slow. We are on it.';
const tells = (at: string, who: string, more: object = {}): Step => [
  at,
  who,
  { type: 'TellCustomer', message, ...more },
];
const failing =
  (code: DeskErrorCode = 'unreachable') =>
  (): Error =>
    new DeskError(code, 'no');
const desk = (outside: World, at: string, code?: DeskErrorCode) => channelDesk(outside, at, failing(code));
const refusal = async (told: Story, ...[at, who, what]: Step) => (await told.happens(at, who, what)).refusal;

/** Ana presses Send, and her desk does what it does. */
async function sent(told: Story, outside: World, code?: DeskErrorCode): Promise<Story> {
  const { notices } = await told.happens(...tells('2026-03-02 10:00', 'ana'));
  await sends(told, notices, desk(outside, '2026-03-02 10:00', code));
  return told;
}

async function sweeps(told: Story, outside: World, at: string): Promise<void> {
  await sends(told, leftUnsaid(await told.state(), [], instant(at)), desk(outside, at));
}

const updating = () => storyWith(terms => ({ ...terms, update: { customer: 2 * hour } }));
const owedAt = async (told: Story, at: string) =>
  (await told.owed(at)).filter(({ kind }) => kind === 'update').map(({ dueAt }) => dueAt);

describe('a message to the customer', () => {
  it('goes out when somebody presses Send, is a fact of theirs, and its words lie beside the chain', async () => {
    const outside = world();
    const told = await sent(await heldByAna(), outside);
    expect(outside.replies).toEqual([
      { text: message, person: 'ana', since: instant('2026-03-02 10:00'), mayBeThere: false },
    ]);
    const [fact] = await told.factsOf('MessageReleased');
    expect(fact).toMatchObject({ by: { person: 'ana' }, data: {}, texts: { message: expect.any(String) as string } });
    expect(JSON.stringify(await told.facts())).not.toContain('payroll database');
    expect(outboxOf(await told.state()).waiting).toEqual([]);
  });

  it('is the update that is owed to them, and the first reply, once they have it', async () => {
    const told = await heldByAna(updating());
    expect(await owedAt(told, '2026-03-02 10:05')).toEqual([instant('2026-03-02 11:00')]);
    const outside = { ...world(), desk: () => 'nothing' as const };
    await sent(told, outside);
    expect(await owedAt(told, '2026-03-02 10:05')).toEqual([instant('2026-03-02 11:00')]);
    await sweeps(told, { ...outside, desk: () => 'taken' }, '2026-03-02 10:10');
    expect(await owedAt(told, '2026-03-02 10:15')).toEqual([instant('2026-03-02 12:10')]);
    expect(await told.factsOf('FirstReplySent')).toMatchObject([{ by: { person: 'ana' } }]);
  });

  it('is tried until they have it, however long their desk is away', async () => {
    const outside = { ...world(), desk: () => 'nothing' as const };
    const told = await sent(await heldByAna(), outside);
    for (const at of ['02 10:10', '02 10:30', '02 12:00', '02 18:00', '03 09:00', '03 18:00', '04 09:00']) {
      await sweeps(told, outside, `2026-03-${at}`);
    }
    const back = world();
    await sweeps(told, back, '2026-03-05 09:00');
    expect(back.replies).toMatchObject([{ text: message, person: 'ana' }]);
  });

  it('that a crash may have sent already is looked for before it is sent again', async () => {
    const outside = world();
    const told = await given(await heldByAna(), tells('2026-03-02 10:00', 'ana'));
    await sweeps(told, outside, '2026-03-02 10:05');
    expect(outside.replies).toMatchObject([{ mayBeThere: true, since: instant('2026-03-02 10:00') }]);
    expect(hasSaid('Your  payroll database\nis slow.  We are on it.\n\nAna Pires', message)).toBe(true);
    expect(hasSaid('Your payroll database is slow.', message)).toBe(false);
  });

  it('that their desk does not let them send is sent by nobody else', async () => {
    const outside = { ...world(), desk: () => 'nothing' as const };
    const told = await sent(await heldByAna(), outside, 'not-allowed');
    expect(await told.factsOf('NoticeFailed')).toMatchObject([{ data: { because: 'refused' } }]);
    expect(outboxOf(await told.state())).toEqual({ waiting: [], givenUp: [] });
  });

  it('that was removed before it went is not sent', async () => {
    const outside = world();
    const told = await given(await heldByAna(), tells('2026-03-02 10:00', 'ana'));
    const [fact] = await told.factsOf('MessageReleased');
    await told.happens('2026-03-02 10:00:30', 'ana', { type: 'EraseText', fact: fact!.seq, because: 'secret' });
    await sweeps(told, outside, '2026-03-02 10:05');
    expect(outside.replies).toEqual([]);
    expect(outboxOf(await told.state()).waiting).toEqual([]);
  });

  it.each([
    ['We found: {diagnosis}', 'stays between the parties'],
    ['Join us: { Bridge }', 'stays between the parties'],
    ['Dear {name}', 'is not filled in'],
    ['It is due {due}', 'is not filled in'],
    ['  ', 'Write what the customer is to read'],
  ])('is refused with its reason at the field: %s', async (text, why) => {
    const refused = await refusal(await heldByAna(), ...tells('2026-03-02 10:00', 'ana', { message: text }));
    expect(refused?.fields?.['message']).toContain(why);
  });

  it('comes from nobody who is of neither party, and from no clock', async () => {
    const told = await heldByAna(heard(['noc']));
    const stranger = await told.happens('2026-03-02 10:00', undefined, { type: 'TellCustomer', message });
    expect(stranger.refusal?.code).toBe('not-a-participant');
    await given(told, offers('2026-03-02 10:10', 'ana'), ticks('2026-03-03 18:00'), ticks('2026-03-20 18:00'));
    const owed = (await told.factsOf('NoticeOwed')).map(({ data }) => (data as { to: { party?: string } }).to.party);
    expect(owed.length).toBeGreaterThan(0);
    expect(owed).not.toContain('customer');
  });
});

describe('one person speaks to the customer', () => {
  const speaking = (who?: string): Story =>
    heard([], [], who === undefined ? {} : { 'parties.client.spokesperson': who });

  it('whoever holds it; others are told whom, and what they send anyway is for the review', async () => {
    const told = await heldByAna(speaking());
    expect(await refusal(told, ...tells('2026-03-02 10:00', 'omar'))).toMatchObject({
      code: 'not-the-spokesperson',
      sentence: expect.stringContaining('Ana Pires') as string,
    });
    await given(told, tells('2026-03-02 10:01', 'omar', { isAnyway: true }));
    expect(await told.factsOf('MessageReleased')).toMatchObject([{ by: { person: 'omar' }, data: { passed: 'ana' } }]);
  });

  it('or whom the agreement names for the party that has it', async () => {
    const told = await heldByAna(speaking('carla'));
    expect(await refusal(told, ...tells('2026-03-02 10:00', 'ana'))).toMatchObject({ code: 'not-the-spokesperson' });
    expect(await refusal(told, ...tells('2026-03-02 10:00', 'carla'))).toBeUndefined();
  });

  it('or the commander of a major incident, before anybody else', async () => {
    const told = await given(await heldByAna(speaking('ana')), ['2026-03-02 10:00', 'ana', { type: 'DeclareMajor' }]);
    expect(await refusal(told, ...tells('2026-03-02 10:05', 'ana'))).toMatchObject({
      sentence: expect.stringContaining('Carla') as string,
    });
    expect(await refusal(told, ...tells('2026-03-02 10:05', 'carla'))).toBeUndefined();
  });
});

describe('when it is over', () => {
  const text = (stage: string, audience: string, body: string) => ({ stage, audience, body });
  const templates = [
    text('resolved', 'internal', '{ticket} of {party} is resolved. Bridge: {bridge}. {diagnosis}'),
    text('resolved', 'executive', '{ticket} is over.'),
    text('resolved', 'customer', '{ticket} is resolved. Yours, {spokesperson}'),
  ] as AgreementDocument['templates'];

  it('both parties and those who lead them hear it in the agreed words, and the customer only by a press', async () => {
    const outside = world();
    const notify = { 'people.carla.notify': ['mail'], templates };
    const told = await heldByAna(heard(['noc'], ['noc'], notify));
    const { notices } = await told.happens(...resolves('2026-03-02 11:00', 'ana'));
    await sends(told, notices, desk(outside, '2026-03-02 11:00'));
    const said = 'CON-1 of Contoso IT is resolved. Bridge: (in the ticket). (in the ticket)';
    expect(outside.posts).toHaveLength(2);
    expect(outside.posts.every(({ body }) => body.includes(said))).toBe(true);
    expect(outside.mails).toEqual(['carla']);
    expect(outside.replies).toEqual([]);
  });

  it('nobody hears more than before where no words were agreed', async () => {
    const told = await heldByAna(heard(['noc'], ['noc']));
    await told.happens(...resolves('2026-03-02 11:00', 'ana'));
    expect(await told.factsOf('NoticeOwed')).toEqual([]);
  });
});
