import { DeskError } from '../../shared/src/failures';
import { passTime, type Notice } from '../../shared/src/ledger';
import { panelView } from '../../shared/src/panel';
import { heldByAna, instant, story, type Story } from '../support/story';
import { storyDirectory, warnedTerms } from '../support/agreement';

/** A desk that takes nothing until it answers again, and finds what it has said before. */
function silentDesk() {
  const said: number[] = [];
  const desk = { isDown: true };
  const carryOut = (notices: readonly Notice[]): Promise<void> => {
    if (desk.isDown && notices.length > 0) return Promise.reject(new DeskError('unreachable', 'no answer'));
    for (const notice of notices) if (notice.is === 'tell' && !said.includes(notice.seq)) said.push(notice.seq);
    return Promise.resolve();
  };
  return { said, desk, carryOut };
}

/** A sweep looks at the ticket every ten minutes. */
async function sweeps(
  told: Story,
  from: string,
  until: string,
  carryOut: (notices: readonly Notice[]) => Promise<void>,
) {
  for (let now = instant(from); now <= instant(until); now += 600_000) {
    await passTime(told.ports, told.ticket, now, {
      carryOut,
      look: () => Promise.resolve([]),
      remember: () => Promise.resolve(),
    }).catch(() => undefined);
  }
}

const panelAt = async (told: Story, at: string) =>
  panelView({
    ...{ state: await told.state(), facts: await told.facts(), texts: {}, directory: storyDirectory, now: instant(at) },
    viewer: { person: 'ana', timeZone: 'Europe/Lisbon', desk: 'jira' },
  });

const tellings = async (told: Story): Promise<number[]> =>
  (await told.facts()).filter(({ type }) => type === 'WarningGiven' || type === 'Breached').map(({ seq }) => seq);

it('what a desk does not take for hours is said when it answers, in order, once, and the clocks went on', async () => {
  const { said, desk, carryOut } = silentDesk();
  const told = await heldByAna(story({}, { terms: async () => warnedTerms() }));
  await sweeps(told, '2026-03-02 09:20', '2026-03-02 16:00', carryOut);
  expect(said).toEqual([]);
  expect(await told.factsOf('DeskFellSilent')).toHaveLength(1);
  const owed = await tellings(told);
  expect(owed.length).toBeGreaterThan(2);
  expect((await panelAt(told, '2026-03-02 16:01')).delayed).toMatch(
    /^Jira has taken nothing from Baton since \d\d:\d\d today/,
  );
  desk.isDown = false;
  await sweeps(told, '2026-03-02 16:10', '2026-03-02 16:20', carryOut);
  expect(said.length).toBeGreaterThan(2);
  expect(said).toEqual([...said].sort((one, other) => one - other));
  expect(await told.factsOf('DeskAnswered')).toHaveLength(1);
  expect((await panelAt(told, '2026-03-02 16:21')).delayed).toBeUndefined();
  const before = said.length;
  await sweeps(told, '2026-03-02 16:30', '2026-03-02 16:30', carryOut);
  expect(said).toHaveLength(before);
});

it('a desk that stumbles once is no silence', async () => {
  const { said, desk, carryOut } = silentDesk();
  const told = await heldByAna(story({}, { terms: async () => warnedTerms() }));
  await sweeps(told, '2026-03-02 09:40', '2026-03-02 09:40', carryOut);
  desk.isDown = false;
  await sweeps(told, '2026-03-02 09:50', '2026-03-02 09:50', carryOut);
  expect(said.length).toBeGreaterThan(0);
  expect(await told.factsOf('DeskFellSilent')).toEqual([]);
});
