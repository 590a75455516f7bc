import { z } from 'zod';
import { count, duration, id, some } from './basics';

/** When a rung is reached: so much service time of the resolve clock, or a ticket that goes to and fro. */
const when = z.union(
  [
    z.strictObject({ after: duration }),
    /** So many crossings of the boundary. */
    z.strictObject({ bounces: count }),
    /** Returned so often. */
    z.strictObject({ returns: count }),
    /** It is back with a team that had it before the last one. */
    z.strictObject({ toAndFro: z.literal(true) }),
    /** Resolved and not fixed so often. */
    z.strictObject({ comebacks: count }),
  ],
  { error: 'is one of after, bounces, returns, toAndFro and comebacks' },
);

const whose = z.enum(['holder', 'other', 'msp', 'client']);

/** More authority: a lead or coordinator is told and owes an acknowledgement. More skill: a team has it or joins. */
const calls = z.union(
  [z.strictObject({ lead: whose }), z.strictObject({ coordinator: whose }), z.strictObject({ team: id })],
  { error: 'is one of lead, coordinator and team' },
);

/** The steps of a cell beside those of an unanswered offer, lowest first. */
export const climbing = some(z.strictObject({ id, when, calls }));
