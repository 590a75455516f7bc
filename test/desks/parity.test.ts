import type { LedgerFact } from '@baton/shared';
import { startFreshservice, startJira, type TestDesk } from './support/desks';

/** A moment of the story: when, and what somebody does on the desk or presses in the panel. */
type Moment = readonly [at: string, happens: (on: TestDesk, id: string, accept: Accept) => Promise<unknown>];
type Accept = (on: TestDesk, id: string, person: string) => Promise<unknown>;

const press: Accept = (on, id, person) => on.ask(id, person, { type: 'accept' });
/** As the sidebar does it: the person's own page gives them the ticket, then Accept is sent. */
const claimAndPress: Accept = async (on, id, person) => {
  await on.change(id, person, { team: 'northwind-noc', person });
  return press(on, id, person);
};

const moments: readonly Moment[] = [
  ['09:05', (on, id) => on.change(id, 'ana', { person: 'ana' })],
  ['09:12', (on, id) => on.say(id, 'ana', 'The replica lags by forty seconds.')],
  ['09:20', (on, id) => on.say(id, 'ana', 'We are looking into it.', true)],
  ['09:30', (on, id) => on.change(id, 'ana', { priority: 2 })],
  ['09:40', (on, id) => on.change(id, 'ana', { status: 'pending' })],
  ['10:05', (on, id) => on.change(id, 'ana', { status: 'open' })],
  ['10:10', (on, id) => on.offer(id, 'ana')],
  ['10:18', (on, id) => on.ask(id, 'omar', { type: 'decline', code: 'no-capacity', why: 'Two of us are off today' })],
  ['10:25', (on, id) => on.offer(id, 'ana', { reason: 'access', deadline: '2026-03-02 15:00' })],
  ['10:33', (on, id, accept) => accept(on, id, 'omar')],
  ['10:45', (on, id) => on.say(id, 'omar', 'Volume check started.')],
  ['11:00', (on, id) => on.ask(id, 'omar', { type: 'return', guidance: 'Collect the array log first' })],
  // Nobody of Contoso answers within the acknowledge target of 30 minutes, so the offer lapses at 11:30.
  ['11:44', (on, id) => on.ask(id, 'grace', { type: 'view' })],
  ['11:50', (on, id) => on.change(id, 'omar', { status: 'resolved' })],
  ['13:10', (on, id) => on.change(id, 'omar', { status: 'open' })],
  ['13:20', (on, id) => on.ask(id, 'omar', { type: 'view' })],
];

const storyFacts = [
  ...[
    'EscalationOpened',
    'Claimed',
    'WorkStarted',
    'FirstReplySent',
    'TermsReplaced',
    'WaitingStarted',
    'WaitingEnded',
  ],
  ...['HandoffOffered', 'HandoffDeclined', 'HandoffOffered', 'HandoffAccepted', 'WorkStarted', 'HandoffOffered'],
  ...['OfferLapsed', 'HandoffWithdrawn', 'Resolved', 'Reopened'],
];

async function tell(on: TestDesk, accept: Accept): Promise<readonly LedgerFact[]> {
  const id = await on.open({ priority: 3 });
  for (const [time, happens] of moments) {
    await on.until(time);
    const answer = (await happens(on, id, accept)) as { ok?: boolean } | undefined;
    if (answer?.ok === false) throw new Error(`${on.name} ${time}: ${JSON.stringify(answer)}`);
    await on.desk.settle();
  }
  const facts = on.facts(id).filter(({ type }) => type !== 'NativeDueRead');
  await on.stop();
  return facts;
}

/**
 * What may differ between the desks, and why; everything else must be the same to the letter.
 * Facts that exist only because of a desk: `AssuranceRaised` (rules §4.4: only Freshservice confirms a claim later) and
 * `NativeDueRead`, what a desk tells of its own clock.
 */
const allowed = {
  'by.channel': 'names the desk an event came from',
  'by.assurance': 'on Freshservice the browser claims who acts, on Jira the platform vouches for it (rules §4.4)',
  'by.native': 'names somebody in the desk’s own id',
  learned: 'a desk’s events and sweeps have their own pace',
  cause: 'a delivery is named after the desk’s own ids',
  refs: 'native references',
  seq: 'counts what each desk tells of its own due times too (rules §5.5)',
  'id, escalation, origin': 'made from the desk’s tenant and ticket id (design §5)',
  'prev, hash, texts': 'hashes over all of the above, and on Freshservice keyed (law 8)',
  'data.escalation': 'the id of the escalation again',
} as const;

const onlyOfADesk = new Set(['AssuranceRaised']);

/** A fact without what may differ. */
const told = ({ type, at, by, data, texts }: LedgerFact) => {
  const { person, party, rule } = by;
  const { escalation: _, ...said } = data as { escalation?: string };
  return {
    type,
    at: new Date(at).toISOString(),
    by: { person, party, rule },
    data: said,
    written: Object.keys(texts ?? {}),
  };
};
const comparable = (facts: readonly LedgerFact[]) => facts.filter(fact => !onlyOfADesk.has(fact.type)).map(told);

/** Rules §4.4: on Freshservice Accept is the native claim, so the same acceptance says so. */
const acceptedHow = (facts: ReturnType<typeof comparable>, how: string) =>
  facts.map(fact => (fact.type === 'HandoffAccepted' ? { ...fact, data: { ...fact.data, how } } : fact));

describe('one story told through both desks', () => {
  let onJira: readonly LedgerFact[];
  let claimed: readonly LedgerFact[];
  let byServiceAccount: readonly LedgerFact[];
  beforeAll(async () => {
    onJira = await tell(await startJira(), press);
    claimed = await tell(await startFreshservice(), claimAndPress);
    byServiceAccount = await tell(await startFreshservice(), press);
  }, 120_000);

  const assurance = (facts: readonly LedgerFact[]) =>
    facts.find(({ type }) => type === 'HandoffAccepted')?.by.assurance;

  it('is a whole story', () => {
    expect(onJira.map(fact => fact.type)).toEqual(storyFacts);
  });

  it('yields the same facts when the agent’s own session claims the ticket on Freshservice', () => {
    expect(comparable(claimed)).toEqual(acceptedHow(comparable(onJira), 'claimed natively'));
    expect(assurance(claimed)).toBe('platform');
  });

  it('yields the same facts when the service account has to give the accepted ticket to the agent', () => {
    expect(comparable(byServiceAccount)).toEqual(comparable(onJira));
    expect(assurance(byServiceAccount)).toBe('claimed');
  });

  it('differs only where a reason is given', () => {
    const differing = onJira.flatMap((fact, index) => differences(fact, byServiceAccount[index]));
    const named = Object.keys(allowed).flatMap(names => names.split(', '));
    expect([...new Set(differing)].filter(name => !named.includes(name))).toEqual([]);
  });
});

/** Where two facts differ, one level into what they are by and what they say. */
function differences(one: LedgerFact, other: LedgerFact | undefined): string[] {
  const flat = (fact: object | undefined) =>
    Object.entries(fact ?? {}).flatMap(([name, value]) =>
      name === 'by' || name === 'data'
        ? Object.entries(value as object).map(([part, said]) => [`${name}.${part}`, JSON.stringify(said)] as const)
        : [[name, JSON.stringify(value)] as const],
    );
  const [mine, theirs] = [new Map(flat(one)), new Map(flat(other))];
  return [...new Set([...mine.keys(), ...theirs.keys()])].filter(name => mine.get(name) !== theirs.get(name));
}
