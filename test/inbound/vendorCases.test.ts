import { parseAgreement, directoryOf } from '../../shared/src/agreement';
import { caseKey, caseNamed, deliver } from '../../shared/src/channels';
import { askFormView } from '../../shared/src/panel/askForm';
import { caseText } from '../../shared/src/panel/caseText';
import { caseToSend } from '../../shared/src/panel/vendorForm';
import { outboxOf, type Open } from '../../shared/src/escalation';
import { DeskError } from '../../shared/src/failures';
import { leftUnsaid } from '../../shared/src/ledger/notices';
import { channelDesk, world, type World } from '../channels/channelDesk';
import { storyText } from '../support/agreement';
import { instant } from '../support/story';
import { enveloped, nagios, NEXT_KEY, signed, storyDesk, type StoryDesk } from './alertDesk';

const acme = {
  name: 'ACME Storage',
  contractHolder: 'client',
  webhook: 'hook',
  caseFields: ['Serial number'],
  dataAgreement: 'DPA-7',
  redact: ['Title', 'Evidence'],
};
const directory = directoryOf(
  parseAgreement(
    storyText({
      ...{ 'vendors.acme': acme, 'vendors.other': { name: 'Other', contractHolder: 'client' } },
      'channels.hook': { kind: 'webhook' },
      'sources.nagios': nagios,
      'sources.acme-desk': { kind: 'vendor', name: 'ACME', vendor: 'acme' },
      'sources.other-desk': { kind: 'vendor', name: 'Other', vendor: 'other' },
    }),
  ),
);
const OTHER_KEY = 'whsec_b3RoZXJPdGhlck90aGVyT3RoZXJPdGhlcg==';
const text = 'Request: Shelf 2 is dead\nSerial number: SN-1';

/** Ana holds a ticket and has sent its case to ACME's desk. */
async function logged(): Promise<{ desk: StoryDesk; told: string; state: () => Promise<Open> }> {
  const desk = storyDesk(directory);
  Object.assign(desk.keysOf, { 'acme-desk': [NEXT_KEY], 'other-desk': [OTHER_KEY] });
  const to = { party: 'client', team: 'contoso-desk', person: 'ana' };
  await desk.happens('4711', '2026-03-02 09:30', { type: 'TicketOpened', to }, 'ana');
  const asks = { type: 'AskFor', kind: 'vendor case', of: { party: 'vendor', vendor: 'acme' }, isBlocking: true };
  const said = { question: 'Shelf 2 is dead', caseFields: { 'Serial number': 'SN-1' } };
  await desk.happens('4711', '2026-03-02 10:00', { ...asks, ...said, posted: { channel: 'hook', text } }, 'ana');
  const state = async () => (await desk.state('4711')) as Open;
  return { desk, told: caseKey({ escalation: (await state()).id, ticket: '4711', ask: 'a1' }), state };
}

const word = (about: string, more: object = { reference: 'CASE-9', answer: 'A part is on its way' }): string =>
  JSON.stringify({ source: 'acme-desk', case: about, ...more });
const byAcme = (id: string, at = '2026-03-02 11:00') => ({ id, at, key: NEXT_KEY });

async function sends({ portsFor }: StoryDesk, state: Open, outside: World, at: string): Promise<void> {
  const owed = leftUnsaid(state, [], instant(at)).flatMap(notice => (notice.is === 'deliver' ? notice.notices : []));
  await deliver(
    portsFor('4711'),
    '4711',
    owed,
    channelDesk(outside, at, () => new DeskError('unreachable', 'no')),
  );
}

describe('a case that somebody sends to a vendor’s own desk', () => {
  it('is posted signed, in the words that were sent, under a name to answer by', async () => {
    const { desk, told, state } = await logged();
    const outside = world();
    await sends(desk, await state(), outside, '2026-03-02 10:01');
    expect(outside.posts).toHaveLength(1);
    const [{ host, signed: signature, body } = { host: '', signed: undefined, body: '' }] = outside.posts;
    expect([host, signature?.signature]).toEqual(['hooks.zapier.com', expect.stringMatching(/^v1,/)]);
    expect(JSON.parse(body)).toMatchObject({
      type: 'baton.VendorCase',
      data: { case: told, vendor: 'ACME Storage', text },
    });
    expect(outboxOf(await state()).waiting).toEqual([]);
    const facts = await desk.facts('4711');
    expect(facts.map(({ type }) => type).filter(type => /Reply|Work/.test(type))).toEqual([]);
    expect(JSON.stringify(facts.map(({ data }) => data))).not.toContain('Shelf 2');
  });

  it('waits where the desk does not take it, and is not posted twice', async () => {
    const { desk, state } = await logged();
    const outside = { ...world(), answer: () => ({ status: 503 }) };
    await sends(desk, await state(), outside, '2026-03-02 10:01');
    expect(outboxOf(await state()).waiting).toHaveLength(1);
    const later = world();
    await sends(desk, await state(), later, '2026-03-02 10:30');
    await sends(desk, await state(), later, '2026-03-02 10:31');
    expect(later.posts).toHaveLength(1);
    expect(JSON.parse(later.posts[0]?.body ?? '').data.key).toBe(JSON.parse(outside.posts[0]?.body ?? '').data.key);
  });

  it('has nothing in it that the agreement keeps from the vendor, wherever it was typed', async () => {
    const { state } = await logged();
    const about = [
      { label: 'Title', text: 'Payroll database is slow' },
      { label: 'Evidence', text: 'See the log of db-2. Password was reset on Monday.' },
      { label: 'Current diagnosis', text: 'Disk latency' },
    ];
    const fields = {
      whom: 'vendor acme',
      question: 'payroll DATABASE is slow. Password was reset on Monday. Please look.',
      'case.Serial number': 'SN-1',
    };
    const viewer = { timeZone: 'UTC', desk: 'jira', person: 'ana', party: 'client' } as const;
    const input = {
      verb: 'ask',
      state: await state(),
      directory,
      viewer,
      now: instant('2026-03-02 10:00'),
      fields,
      about,
    } as const;
    const sent = caseToSend(input, fields.whom);
    expect(sent).toEqual({
      channel: 'hook',
      text: [
        'Current diagnosis: Disk latency',
        'Request: (Title left out). (Evidence left out) Please look.',
        'Serial number: SN-1',
      ].join('\n'),
    });
    const { vendor, sends: press } = askFormView(input);
    expect([vendor && caseText(vendor, fields), press]).toEqual([sent?.text, 'Send']);
    const myself = { ...input, fields: { ...fields, send: 'no' } };
    expect([caseToSend(myself, fields.whom), askFormView(myself).sends]).toEqual([undefined, 'Case logged']);
  });
});

describe('what a vendor’s own desk tells of a case', () => {
  it('stands with the Ask as its signed word, its holder is told, and is taken once', async () => {
    const { desk, told, state } = await logged();
    expect(await desk.knock(signed(word(told), byAcme('m1')), '2026-03-02 11:00')).toMatchObject({ status: 202 });
    expect(await desk.knock(signed(word(told), byAcme('m1')), '2026-03-02 11:01')).toMatchObject({ status: 200 });
    const facts = (await desk.facts('4711')).filter(({ type }) => /CaseReferred|AskAnswered/.test(type));
    expect(facts.map(({ type, by }) => [type, by.party, by.assurance])).toEqual([
      ['CaseReferred', 'vendor', 'claimed'],
      ['AskAnswered', 'vendor', 'claimed'],
    ]);
    expect((await state()).asks[0]).toMatchObject({
      ended: 'answered',
      texts: { answer: expect.any(String) as string },
    });
    expect(desk.refused).toEqual([]);
  });

  it('may be the number first and the answer later, around the text where headers do not arrive', async () => {
    const { desk, told, state } = await logged();
    const number = enveloped(word(told, { reference: 'CASE-9' }), byAcme('m1'));
    expect(await desk.knock(number, '2026-03-02 11:00')).toMatchObject({ status: 202 });
    expect((await state()).asks[0]?.ended).toBeUndefined();
    await desk.knock(signed(word(told, { answer: 'Done' }), byAcme('m2', '2026-03-02 12:00')), '2026-03-02 12:00');
    expect((await state()).asks[0]).toMatchObject({ ended: 'answered', until: instant('2026-03-02 12:00') });
  });

  it.each([
    [
      'a case of another escalation',
      { case: `baton-${'0'.repeat(24)}-4711-a1` },
      NEXT_KEY,
      'acme-desk',
      'no such case',
    ],
    ['another vendor’s case', {}, OTHER_KEY, 'other-desk', 'no such case'],
    ['no case at all', { case: 'CASE-9' }, NEXT_KEY, 'acme-desk', 'unreadable'],
    ['nothing', { reference: undefined, answer: undefined }, NEXT_KEY, 'acme-desk', 'unreadable'],
    ['a name that its key is not of', {}, OTHER_KEY, 'acme-desk', 'wrong key'],
  ])(
    'about %s changes nothing, and the health page says that it was not let in',
    async (...[, more, key, source, because]) => {
      const { desk, told } = await logged();
      const before = (await desk.facts('4711')).length;
      const said = JSON.stringify({ source, case: told, answer: 'x', ...more });
      await desk.knock(signed(said, { ...byAcme('m1'), key }), '2026-03-02 11:00');
      expect(desk.refused).toEqual([because]);
      expect(await desk.facts('4711')).toHaveLength(before);
    },
  );

  it('after the answer, or five minutes late, is not let in either', async () => {
    const { desk, told } = await logged();
    await desk.knock(signed(word(told), byAcme('m1')), '2026-03-02 11:00');
    await desk.knock(signed(word(told), byAcme('m2')), '2026-03-02 11:02');
    await desk.knock(signed(word(told), byAcme('m3')), '2026-03-02 11:06');
    expect(desk.refused).toEqual(['no such case', 'clock']);
  });

  it('is known again by its own name alone', () => {
    const about = { escalation: 'a'.repeat(24), ticket: '17', ask: 'a3' };
    expect(caseNamed(caseKey(about))).toEqual(about);
    expect(caseNamed(`${caseKey(about)}x`)).toBeUndefined();
  });
});
