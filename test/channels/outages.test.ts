import { DeskError } from '../../shared/src/failures';
import { outageLines } from '../../shared/src/panel/outage';
import { readerOf } from '../../shared/src/panel/reader';
import { heldByAna, instant, offers, story } from '../support/story';
import { channelDesk, notifying, sends, world, type World } from './channelDesk';

const silence = (): Error => new DeskError('unreachable', 'no answer');

/** Northwind hears on Slack, else by its webhook; Contoso on Slack alone. Slack answers nothing. */
const slackIsDown = (): World => ({
  ...world(),
  answer: ({ host }) => (host === 'hooks.slack.com' ? 'nothing' : { status: 200 }),
});

const knowing = ({ book }: World) => ({ ...notifying(['noc', 'hook'], ['noc']), outages: book.known });

/** Another ticket, which Ana offers to Northwind at that time. */
async function anotherOffer(outside: World, at: string): Promise<void> {
  const told = await heldByAna(story({}, { directory: knowing(outside) }));
  const { notices } = await told.happens(...offers(at, 'ana'));
  await sends(told, notices, channelDesk(outside, at, silence));
}

const saidOf = ({ posts }: World): string[] =>
  posts.flatMap(({ body }) => /(?:#noc has taken nothing|#noc takes messages again)[^"]*/.exec(body) ?? []);

it('a channel that is down for some minutes is told to its owners once, whatever the number of tickets', async () => {
  const outside = slackIsDown();
  await anotherOffer(outside, '2026-03-02 10:00');
  await anotherOffer(outside, '2026-03-02 10:04');
  expect([saidOf(outside), outside.mails]).toEqual([[], []]);
  for (const at of ['10:06', '10:07', '11:30']) await anotherOffer(outside, `2026-03-02 ${at}`);
  expect(saidOf(outside)).toEqual([expect.stringContaining('since 11:00 today. 3 messages wait')]);
  // Eleven in Madrid. Contoso has no other channel: the desk's own e-mail reaches its lead.
  expect(outside.mails).toEqual(['carla']);
});

it('and once that it is back', async () => {
  const outside = slackIsDown();
  for (const at of ['10:00', '10:06']) await anotherOffer(outside, `2026-03-02 ${at}`);
  outside.answer = () => ({ status: 200 });
  for (const at of ['12:00', '12:10']) await anotherOffer(outside, `2026-03-02 ${at}`);
  expect(saidOf(outside)[1]).toContain('It took none since 11:00 today.');
  expect([saidOf(outside).length, outside.mails.length]).toEqual([2, 2]);
  expect(outside.book.known).toEqual({});
});

it('a bad minute is told nobody, and leaves nothing behind', async () => {
  const outside = slackIsDown();
  await anotherOffer(outside, '2026-03-02 10:00');
  outside.answer = () => ({ status: 200 });
  await anotherOffer(outside, '2026-03-02 10:02');
  expect([saidOf(outside), outside.mails, outside.book.known]).toEqual([[], [], {}]);
});

it('a desk that cannot keep it in mind has sent its messages all the same', async () => {
  const outside = slackIsDown();
  Object.assign(outside.book, { keep: () => Promise.reject(silence()) });
  await expect(anotherOffer(outside, '2026-03-02 10:00')).resolves.toBeUndefined();
  expect(outside.posts).toHaveLength(2);
});

it('stands on the page that says whether Baton keeps up', async () => {
  const outside = slackIsDown();
  for (const at of ['10:00', '10:06']) await anotherOffer(outside, `2026-03-02 ${at}`);
  const viewer = { timeZone: 'Europe/London', desk: 'jira' } as const;
  const [line] = outageLines(readerOf(knowing(outside), viewer, instant('2026-03-02 10:30')));
  expect(line?.text).toBe('#noc has taken nothing since 10:00 today. Its owners were told at 10:06 today.');
});
