import { given, offeredByAna, offers, withdraws, type Happening } from '../support/story';

/** Ana took her first offer back and made another one while somebody still looked at the first. */
const offeredAgain = async () =>
  given(
    await offeredByAna(),
    withdraws('2026-03-02 10:05', 'ana'),
    offers('2026-03-02 10:06', 'ana', { team: 'northwind-noc' }),
  );

const answers: readonly (readonly [string, Happening])[] = [
  ['omar', { type: 'AcceptHandoff', handoff: 'h1' }],
  ['omar', { type: 'DeclineHandoff', handoff: 'h1', code: 'no-capacity', why: 'Two of us are off today' }],
  ['omar', { type: 'ReturnHandoff', handoff: 'h1', guidance: 'Collect the array log first' }],
  ['carla', { type: 'WithdrawHandoff', handoff: 'h1' }],
];

describe('an answer to an offer that is not on the table any more', () => {
  it.each(answers)('is refused and leaves the new one open: %s, %j', async (who, what) => {
    const told = await offeredAgain();
    const { refusal } = await told.happens('2026-03-02 10:07', who, what);
    expect(refusal).toMatchObject({ code: 'already-answered', remedy: 'Read it, then answer it.' });
    expect(await told.open()).toMatchObject({ status: 'offered', offer: { handoff: 'h2' } });
  });

  it('counts for the new one once that is what was seen', async () => {
    const told = await offeredAgain();
    await told.happens('2026-03-02 10:07', 'omar', { type: 'AcceptHandoff', handoff: 'h2' });
    expect(await told.holder()).toBe('msp/northwind-noc/omar');
  });
});
