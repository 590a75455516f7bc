import { agreementParts, parseAgreement, storedBytes, termsFor, largestTerms } from '../../shared/src/agreement';
import { contentHash, storyDirectory, storyText } from '../support/agreement';
import { answersAsk, asks, chases } from '../support/asks';
import { accepts, given, heldByAna, offers, story, type Step, type Story } from '../support/story';

const acme = {
  name: 'ACME Storage',
  contractHolder: 'client',
  channels: [
    { channel: 'phone', address: '+1 555 0100' },
    { channel: 'email', address: 'support@acme.example' },
  ],
  caseFields: ['Serial number', 'Firmware'],
  commitments: { respond: '2h', update: '1h' },
  hours: 'acme-hours',
  dataAgreement: 'DPA-7',
  hotline: '+1 555 0199',
  clients: { 'Contoso IT': { hotline: '+1 555 0123' } },
};
const hours = { timeZone: 'America/New_York', weekly: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] } };

const partsWith = (more: object = {}) =>
  agreementParts(
    parseAgreement(storyText({ 'vendors.acme': { ...acme, ...more }, 'calendars.acme-hours': hours })),
    contentHash,
  );
const directoryWith = (more: object = {}) => partsWith(more).directory;

const held = (more: object = {}): Promise<Story> => heldByAna(story({}, { directory: directoryWith(more) }));
const filled = { 'Serial number': 'SN-1', Firmware: '9.1' };
const logs = (at: string, who = 'ana', caseFields: Record<string, string> = filled): Step =>
  asks(at, who, {
    kind: 'vendor case',
    of: { party: 'vendor', vendor: 'acme' },
    question: 'Shelf 2 is dead',
    caseFields,
  });

const refusal = async (told: Story, step: Step) => (await told.happens(...step)).refusal;

describe('a case with a vendor', () => {
  it('is owed an answer in the vendor’s own hours, as its contract says', async () => {
    const told = await given(await held(), logs('2026-03-02 10:00'));
    // New York opens at 14:00 UTC.
    expect(await told.owed('2026-03-02 10:05')).toContainEqual(
      expect.objectContaining({
        kind: 'answer',
        party: 'vendor',
        vendor: 'acme',
        dueAt: Date.parse('2026-03-02T16:00:00Z'),
        remaining: 2 * 3_600_000,
      }),
    );
  });

  it('keeps the hours that were promised, whatever the card says later', async () => {
    const told = await given(await held(), logs('2026-03-02 10:00'));
    const state = await told.open();
    expect(state.asks[0]?.hours).toEqual(partsWith().directory.calendars?.['acme-hours']);
  });

  it('is not logged before everything the vendor needs is there', async () => {
    const told = await held();
    expect(await refusal(told, logs('2026-03-02 10:00', 'ana', { Firmware: 'n/a' }))).toMatchObject({
      code: 'case-incomplete',
      fields: { 'case.Serial number': expect.any(String), 'case.Firmware': expect.any(String) },
    });
    expect(await told.factsOf('Asked')).toEqual([]);
  });

  it('is opened by the party that holds the contract, and by no other', async () => {
    const told = await held({ contractHolder: 'msp' });
    expect(await refusal(told, logs('2026-03-02 10:00'))).toMatchObject({
      code: 'wrong-party',
      sentence: 'Only Northwind may open a case with ACME Storage.',
      remedy: 'Ask them to open it.',
    });
  });

  it('is not opened without an agreement on sharing data', async () => {
    const { dataAgreement: _, ...without } = acme;
    const { directory } = agreementParts(
      parseAgreement(storyText({ 'vendors.acme': without, 'calendars.acme-hours': hours })),
      contentHash,
    );
    const told = await heldByAna(story({}, { directory }));
    expect((await refusal(told, logs('2026-03-02 10:00')))?.code).toBe('no-data-agreement');
  });

  it('is with the vendor in the picture of the time, the holder answers for it', async () => {
    const told = await given(await held(), logs('2026-03-02 10:00'));
    expect((await told.waterfall('2026-03-02 11:00')).at(-1)).toMatchObject({
      as: 'asked',
      usedBy: 'vendor',
      accountable: 'client',
      ms: 3_600_000,
    });
  });

  it('is chased as often as the vendor has promised to tell how it stands, by whoever holds the ticket', async () => {
    const told = await given(
      await held(),
      logs('2026-03-02 10:00'),
      offers('2026-03-02 10:10', 'ana'),
      accepts('2026-03-02 10:20', 'omar'),
    );
    const due = async (at: string) =>
      (await told.owed(at))
        .filter(({ kind }) => kind === 'chase')
        .map(({ party, dueAt }) => [party, new Date(dueAt).toISOString().slice(11, 16)]);
    expect(await due('2026-03-02 16:05')).toEqual([['msp', '17:00']]);
    expect(await refusal(told, chases('2026-03-02 16:06', 'ana'))).toMatchObject({ code: 'not-holder' });
    await given(told, chases('2026-03-02 16:10', 'omar'));
    expect(await due('2026-03-02 16:20')).toEqual([['msp', '07:10']]);
  });

  it('has its number and its answer recorded by the holder, the answer attested', async () => {
    const told = await given(await held(), logs('2026-03-02 10:00'));
    const refer = (who: string): Step => [
      '2026-03-02 10:30',
      who,
      { type: 'ReferCase', ask: 'a1', reference: 'CASE-9' },
    ];
    expect(await refusal(told, refer('omar'))).toMatchObject({ code: 'not-holder' });
    await given(told, refer('ana'));
    expect(await refusal(told, answersAsk('2026-03-02 15:00', 'omar', 'a1', 'Part on its way'))).toMatchObject({
      code: 'not-asked',
      sentence: 'Contoso IT records what the vendor answers.',
    });
    await given(told, answersAsk('2026-03-02 15:10', 'carla', 'a1', 'By phone: part on its way'));
    expect(await told.factsOf('AskAnswered')).toMatchObject([{ by: { person: 'carla', assurance: 'attested' } }]);
  });

  it('of a vendor the agreement does not know is refused', async () => {
    const nobody = asks('2026-03-02 10:00', 'ana', { kind: 'vendor case', of: { party: 'vendor', vendor: 'x' } });
    expect(await refusal(await held(), nobody)).toMatchObject({ code: 'not-askable' });
  });
});

describe('the card of a vendor', () => {
  it('lies in the directory as this client reaches it, and takes no room in what is pinned', () => {
    const { index, parts, directory } = partsWith();
    expect(directory.vendors?.['acme']).toMatchObject({
      hotline: '+1 555 0123',
      respond: 7_200_000,
      update: 3_600_000,
    });
    const terms = termsFor(index, parts, { workType: 'incident', priority: 2 });
    expect(JSON.stringify(terms)).not.toContain('acme');
    expect(storedBytes(terms)).toBeLessThanOrEqual(largestTerms);
  });

  it('is absent where there are no vendors, so that old directories read as they were', () => {
    expect(storyDirectory.vendors).toBeUndefined();
    expect(storyDirectory.calendars).toBeUndefined();
  });
});
