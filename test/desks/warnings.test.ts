import { storyText } from '../support/agreement';
import { starts, type TestDesk } from './support/desks';

jest.setTimeout(120_000);

/** What was said inside on a ticket, as both desks keep it. */
const kept = {
  freshservice: 'SELECT data AS body FROM freshservice_conversations',
  jira: 'SELECT body FROM jira_comment WHERE internal = 1',
} as const;

const toldOn = ({ db, name }: TestDesk): string[] =>
  (db.prepare(kept[name]).all() as { body: string }[]).map(({ body }) => body).filter(text => text.includes('Baton: '));

/** The first reply is owed by ten; nobody writes it. */
async function unanswered(on: TestDesk): Promise<string> {
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  return id;
}

describe.each(['freshservice', 'jira'] as const)('on %s', name => {
  const start = () => starts[name]({ agreement: storyText({}) });

  it('both parties are told on the ticket of half, of four fifths and of the breach, once each', async () => {
    const on = await start();
    const id = await unanswered(on);
    await on.until('10:35');
    const types = on.types(id).filter(type => type === 'WarningGiven' || type === 'Breached');
    expect(types).toEqual(['WarningGiven', 'WarningGiven', 'Breached']);
    const told = toldOn(on);
    expect(told.map(text => /\d+% of the time|and has not/.exec(text)?.[0])).toEqual([
      '50% of the time',
      '80% of the time',
      'and has not',
    ]);
    await on.stop();
  });

  it('what a crash left unsaid is said by the next sweep, once', async () => {
    const on = await start();
    const id = await unanswered(on);
    on.fate.befalls(/POST .*(notes|comment)$/, 'ends the app', 1);
    await on.until('09:46');
    expect(on.types(id).filter(type => type === 'WarningGiven')).toHaveLength(1);
    await on.until('09:57');
    await on.until('10:35');
    expect(toldOn(on).filter(text => text.includes('50% of the time'))).toHaveLength(1);
    expect(toldOn(on)).toHaveLength(3);
    await on.stop();
  });
});
