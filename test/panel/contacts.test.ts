import { directoryOf, directoryWith, everybodyThere, parseAgreement, type Drill } from '../../shared/src/agreement';
import { answerList } from '../../shared/src/panel/listBackend';
import type { ListDesk } from '../../shared/src/panel/listDesk';
import type { ListAnswer, ListRequest } from '../../shared/src/panel/listProtocol';
import { storyText } from '../support/agreement';
import { instant } from '../support/story';

const agreed = storyText({
  'channels.noc': { kind: 'slack', name: '#noc' },
  'channels.pager': { kind: 'pagerduty' },
  'channels.mail': { kind: 'desk' },
  'parties.msp.notify': ['noc', 'mail'],
  'people.dana.notify': ['pager'],
  'people.ana.notify': ['noc'],
  'people.omar.contacts': [
    { channel: 'phone', address: '+1 555 0100', confirmed: '2026-02-20' },
    { channel: 'email', address: 'omar@northwind.example', confirmed: '2026-01-02' },
  ],
  'people.dana.contacts': [{ channel: 'phone', address: '+1 555 0101' }],
  'people.li.contacts': [{ channel: 'phone', address: '+1 555 0102', confirmed: '2026-02-20' }],
});

/** What a desk keeps between two requests, and what leaves it. */
function desk() {
  let presence = everybodyThere;
  const drilled: string[] = [];
  const answers: Record<string, Drill['heard'][string]> = {};
  const ask = (by: string, type: 'list' | 'health' | 'fire drill' | 'still right', at = '2026-03-02 10:00') => {
    const directory = directoryWith(directoryOf(parseAgreement(agreed)), presence);
    const none = async () => ({ rows: [], isAll: true });
    const nothing = () => Promise.reject(new Error('Nobody asks for it here.'));
    const on: ListDesk = {
      ...{ name: 'jira', now: instant(at), directory, offered: none, ours: none, open: nothing, keepOut: nothing },
      ...{ tryAgain: nothing, called: async () => ({}), lookAt: async () => undefined, log: () => undefined },
      viewer: { person: by, party: directory.people[by]?.party as 'msp' | 'client', timeZone: 'UTC' },
      keepConfirmed: async person => {
        presence = { ...presence, confirmed: { ...presence.confirmed, [person]: instant(at) } };
      },
      keepDrill: async (party, drill) => {
        presence = { ...presence, drills: { ...presence.drills, [party]: drill } };
      },
      drillOn: async channel => {
        drilled.push(channel);
        return answers[channel] ?? 'taken';
      },
      health: async () => ({ late: { tickets: 0, isAll: true }, unseen: 0, givenUp: [] }),
    };
    return answerList(on, { type, viewer: { timeZone: 'UTC' } } as ListRequest);
  };
  return { ask, drilled, answers };
}

const contactsOf = (answer: ListAnswer) => {
  if (!answer.ok || !('view' in answer)) throw new Error(JSON.stringify(answer));
  return answer.view.people.people.flatMap(({ person, contacts }) => (contacts ? [{ person, ...contacts }] : []));
};
const lineOf = (answer: ListAnswer, wanted: string) => {
  if (!answer.ok || !('health' in answer)) throw new Error(JSON.stringify(answer));
  return answer.health.lines.find(({ name }) => name === wanted);
};

describe('the contacts of people', () => {
  it('are as old as the one that was confirmed longest ago, and said to be right by nobody else', async () => {
    const on = desk();
    expect(contactsOf(await on.ask('omar', 'list'))).toEqual([
      {
        person: 'omar',
        text: 'Phone +1 555 0100, E-mail omar@northwind.example: confirmed Fri 2 Jan 00:00',
        lozenge: { text: 'STALE', tone: 'at risk' },
        press: 'Still right',
      },
    ]);
    const seen = contactsOf(await on.ask('grace', 'list'));
    expect(seen.map(({ person, press, lozenge }) => [person, press, lozenge?.text])).toEqual(
      expect.arrayContaining([
        ['omar', undefined, 'STALE'],
        ['dana', undefined, 'STALE'],
        ['li', undefined, undefined],
      ]),
    );
  });

  it('are right for a month once their owner has said so', async () => {
    const on = desk();
    expect(lineOf(await on.ask('grace', 'health'), 'Contacts')).toMatchObject({
      text: expect.stringMatching(/^Not confirmed for a month: .*Omar/) as string,
      lozenge: { text: 'LOOK' },
    });
    expect(await on.ask('omar', 'still right')).toMatchObject({ ok: true, said: 'Your contacts are confirmed.' });
    expect(contactsOf(await on.ask('omar', 'list', '2026-03-30 10:00'))[0]).not.toHaveProperty('lozenge');
    expect(contactsOf(await on.ask('omar', 'list', '2026-04-03 10:00'))[0]).toHaveProperty('lozenge');
    expect(lineOf(await on.ask('grace', 'health'), 'Contacts')?.text).not.toContain('Omar');
  });
});

describe('a fire drill', () => {
  it('reaches every channel of the lead’s party once, and what each did is kept', async () => {
    const on = desk();
    on.answers['pager'] = 'unreachable';
    const held = await on.ask('grace', 'fire drill');
    expect(on.drilled).toEqual(['noc', 'pager']);
    expect(held).toMatchObject({ ok: true, said: 'The drill was held.' });
    expect(lineOf(held, 'Fire drill')?.text).toContain('#noc took it, pager did not answer.');
    expect(lineOf(await on.ask('omar', 'health', '2026-03-02 11:00'), 'Fire drill')).toMatchObject({
      lozenge: { text: 'LOOK' },
    });
    expect(lineOf(await on.ask('carla', 'health', '2026-03-02 11:00'), 'Fire drill')).toBeUndefined();
  });

  it('is held once a day, by a lead or a coordinator, and where there is a channel', async () => {
    const on = desk();
    expect(await on.ask('omar', 'fire drill')).toMatchObject({ ok: false, code: 'not-the-lead' });
    expect(await on.ask('grace', 'fire drill')).toMatchObject({ ok: true });
    expect(await on.ask('grace', 'fire drill', '2026-03-03 09:59')).toMatchObject({ ok: false });
    expect(on.drilled).toHaveLength(2);
    expect(await on.ask('grace', 'fire drill', '2026-03-03 10:01')).toMatchObject({ ok: true });
    expect(on.drilled).toHaveLength(4);
  });
});
