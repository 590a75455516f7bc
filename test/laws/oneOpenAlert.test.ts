import fc from 'fast-check';
import { clear, enveloped, raise, signed, storyDesk, KEY } from '../inbound/alertDesk';
import { isSignedWith, signedIn } from '../../shared/src/inbound/signedIn';

const MINUTE = 60_000;
const START = Date.parse('2026-03-02T10:00:00Z');

const instant = (minute: number): string => new Date(START + minute * MINUTE).toISOString();

/** Deliveries of one alert: each happened at a minute of its own and may arrive in any order, doubled. */
const deliveries = fc
  .uniqueArray(fc.record({ minute: fc.nat({ max: 30 }), isRaised: fc.boolean() }), {
    selector: ({ minute }) => minute,
    minLength: 1,
    maxLength: 8,
  })
  .chain(told => fc.array(fc.constantFrom(...told), { minLength: 1, maxLength: 16 }).map(order => [...order, ...told]));

const openOf = async (desk: ReturnType<typeof storyDesk>): Promise<string[]> => {
  const states = await Promise.all(desk.tickets.map(async ticket => ({ ticket, state: await desk.state(ticket) })));
  return states.filter(({ state }) => state.status !== 'resolved').map(({ ticket }) => ticket);
};

describe('an alert key has at most one open escalation', () => {
  it('in whatever order and however often what is told of it arrives, and one exactly while it is raised', async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async order => {
        const desk = storyDesk();
        for (const { minute, isRaised } of order) {
          const at = { at: instant(minute) };
          const text = isRaised ? raise(at) : clear(at);
          await desk.knock(signed(text, { at: instant(31), id: `msg_${minute}` }), instant(31));
          expect((await openOf(desk)).length).toBeLessThanOrEqual(1);
        }
        const last = [...order].sort((one, other) => one.minute - other.minute).at(-1);
        expect(await openOf(desk)).toHaveLength(last?.isRaised ? 1 : 0);
      }),
      { numRuns: 20 },
    );
  });

  it('when many tell of it at the same instant', async () => {
    const desk = storyDesk();
    const knocks = ['msg_1', 'msg_2', 'msg_3', 'msg_4'].map(id =>
      desk.knock(signed(raise(), { id })).catch(() => 'again'),
    );
    await Promise.all(knocks);
    expect(desk.tickets).toHaveLength(1);
  });
});

describe('whatever stands where a signature belongs', () => {
  const header = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('v1,', 'v1,====', 'whsec_', ' '));

  it('is read without an error, and nothing but the right one fits', () => {
    fc.assert(
      fc.property(header, header, header, fc.string(), (id, timestamp, signature, body) => {
        const inHeaders = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
        const around = JSON.stringify({ id, timestamp, signature, payload: body });
        for (const read of [signedIn({ headers: inHeaders, body }), signedIn({ headers: {}, body: around })]) {
          expect(read === undefined || !isSignedWith(read, KEY)).toBe(true);
        }
      }),
    );
  });

  it('fits the text it was made for, in headers and around it, and no other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, other) => {
        for (const knock of [signed(text), enveloped(text)]) {
          const read = signedIn(knock);
          expect(read !== undefined && isSignedWith(read, KEY)).toBe(true);
          if (other !== text) expect(read && isSignedWith({ ...read, text: other }, KEY)).toBe(false);
        }
      }),
    );
  });
});
