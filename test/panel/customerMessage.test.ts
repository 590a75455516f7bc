import { stateOf, type Fact } from '../../shared/src';
import { messageForm, messageIn } from '../../shared/src/panel/customerMessage';
import { askFieldsOf, askFieldsSent } from '../../shared/ui/panel/askFields';
import { at, fact, heldByAna, ledgerOf, offeredToNetwork, seenBy, toldDirectory } from './told';

const text = (stage: string, body: string) => ({ stage, audience: 'customer', body, approved: false }) as const;
const directory = {
  ...toldDirectory,
  templates: [
    text('opened', 'We have {ticket}.'),
    text('update', '{ticket} is with {party}, priority {priority}, due {due}. Yours, {spokesperson}'),
    text('resolved', '{ticket} is resolved.'),
    { ...text('update', 'Inside: {diagnosis}'), audience: 'internal' },
  ] as never,
};

const form = (who: string, facts: readonly Fact[], fields: Record<string, string> = {}, agreed = directory) =>
  messageForm({
    ...{ state: stateOf(facts) as never, directory: agreed, now: at('10:00'), label: 'CON-1', fields },
    viewer: { person: who, timeZone: 'Europe/Lisbon', desk: 'jira' },
  });
const valueOf = ({ fields }: ReturnType<typeof form>, name: string) => fields.find(field => field.name === name)?.value;
const resolved = [...heldByAna, ...ledgerOf(fact('10:00', 'ana', 'Resolved', {})).map(last => ({ ...last, seq: 9 }))];

describe('the form of a message to the customer', () => {
  it('comes with the agreed text for what happens now, filled in, in words for a customer alone', () => {
    expect(valueOf(form('ana', heldByAna), 'message')).toBe('We have CON-1.');
    expect(valueOf(form('ana', heldByAna, { stage: 'update' }), 'message')).toMatch(
      /^CON-1 is with Contoso IT, priority \d, due Fri 28 Nov 2025 \d\d:\d\d \(Europe\/Lisbon\)\. Yours, Ana Pires$/,
    );
    expect(valueOf(form('ana', resolved), 'stage')).toBe('resolved');
    expect(form('ana', heldByAna).fields[0]?.choices?.map(({ label }) => label)).toEqual([
      ...['Opened', 'Update', 'Resolved', 'In your own words'],
    ]);
  });

  it('is empty where somebody writes in their own words, or nothing was agreed', () => {
    expect(valueOf(form('ana', heldByAna, { stage: 'own' }), 'message')).toBe('');
    expect(valueOf(form('ana', heldByAna, {}, { ...toldDirectory, templates: [] } as never), 'stage')).toBe('own');
  });

  it('names who speaks to the customer to whoever does not, and lets them send it all the same', () => {
    expect(form('ana', heldByAna)).toMatchObject({ sends: 'Send' });
    const others = form('carla', heldByAna);
    expect(others.warning).toMatch(/^Ana Pires speaks to the customer here/);
    expect(others.sends).toBe('Send anyway');
    const sent = askFieldsSent(others, askFieldsOf(others, { message: 'typed before' }));
    expect(messageIn(sent)).toEqual({
      type: 'TellCustomer',
      message: 'We have CON-1.',
      stage: 'opened',
      isAnyway: true,
    });
  });
});

it('the customer may be told at any time, also once it is resolved', () => {
  const may = (facts: readonly Fact[]) => seenBy('ana', '10:10', facts).asks?.actions.map(({ label }) => label);
  expect(may(offeredToNetwork)).toContain('Tell the customer');
  expect(may(resolved)).toEqual(['Tell the customer']);
});
