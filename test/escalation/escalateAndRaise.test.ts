import { acceptedByOmar, given, heldByAna, type Story } from '../support/story';
import { asks, escalates, joins, raises, withdrawsAsk } from '../support/asks';

const owed = async (told: Story, at: string): Promise<string[]> =>
  (await told.owed(at))
    .filter(({ kind }) => kind === 'answer')
    .map(
      ({ party, team, person, dueAt }) => `${party}/${team ?? person} ${new Date(dueAt).toISOString().slice(11, 16)}`,
    );

describe('Escalate: help joins, and whoever has it keeps it', () => {
  it('is owed by the team as fast as an acceptance would be', async () => {
    const told = await given(await heldByAna(), escalates('2026-03-02 09:30', 'ana', 'northwind-network'));
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect(await owed(told, '2026-03-02 09:31')).toEqual(['msp/northwind-network 10:00']);
  });

  it('is given by joining, one press', async () => {
    const told = await given(
      await heldByAna(),
      escalates('2026-03-02 09:30', 'ana', 'contoso-infra'),
      joins('2026-03-02 09:40', 'bruno'),
    );
    expect(await told.holder()).toBe('client/contoso-desk/ana');
    expect(await told.factsOf('AskAnswered')).toMatchObject([{ by: { person: 'bruno' }, data: { ask: 'a1' } }]);
    expect(await owed(told, '2026-03-02 09:41')).toEqual([]);
  });

  it('names a team', async () => {
    const told = await heldByAna();
    const nobody = asks('2026-03-02 09:30', 'ana', { kind: 'escalate', of: { party: 'msp', person: 'li' } });
    expect((await told.happens(...nobody)).refusal?.code).toBe('not-askable');
  });
});

describe('Raise: management is told and owes an acknowledgement', () => {
  it('is acknowledged by the lead, one press', async () => {
    const told = await given(await heldByAna(), raises('2026-03-02 09:30', 'ana', 'grace'));
    expect(await owed(told, '2026-03-02 09:31')).toEqual(['msp/grace 10:00']);
    expect((await told.happens(...joins('2026-03-02 09:35', 'omar'))).refusal?.code).toBe('not-asked');
    await given(told, joins('2026-03-02 09:40', 'grace'));
    expect(await owed(told, '2026-03-02 09:41')).toEqual([]);
  });

  it('is open to the party that does not hold it, which alone takes it back', async () => {
    const told = await given(await acceptedByOmar(), raises('2026-03-02 10:30', 'ana', 'grace'));
    expect(await told.factsOf('Asked')).toMatchObject([{ by: { person: 'ana' }, data: { asker: 'client' } }]);
    expect((await told.happens(...withdrawsAsk('2026-03-02 10:35', 'omar'))).refusal?.code).toBe('not-holder');
    await given(told, withdrawsAsk('2026-03-02 10:36', 'carla'));
    expect(await owed(told, '2026-03-02 10:37')).toEqual([]);
  });

  it('goes to nobody who does not speak for a party', async () => {
    const told = await heldByAna();
    const agent = asks('2026-03-02 09:30', 'ana', { kind: 'raise', of: { party: 'msp', person: 'omar' } });
    expect((await told.happens(...agent)).refusal?.code).toBe('not-askable');
  });

  it('does not owe its asker a chase where they do not hold it', async () => {
    const told = await given(await acceptedByOmar(), raises('2026-03-02 10:30', 'ana', 'grace'));
    expect((await told.owed('2026-03-02 16:00')).map(({ kind }) => kind)).not.toContain('chase');
  });
});
