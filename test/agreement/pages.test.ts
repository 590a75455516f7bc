import { agreementPages, pageMarkdown, parseAgreement, piecesOf, type Agreement } from '../../shared/src/agreement';
import { featureEvidence } from '../../shared/src/agreement/pages/controlFeatures';
import { factData } from '../../shared/src/escalation/events';
import { storyAgreement, storyText } from '../support/agreement';

const markdown = (id: string, agreement: Agreement = storyAgreement): string => {
  const found = agreementPages.find(page => page.id === id);
  if (found === undefined) throw new Error(`no page ${id}`);
  return pageMarkdown(found.page(agreement));
};

const changed = (changes: Readonly<Record<string, unknown>>): Agreement => parseAgreement(storyText(changes));

const vendor = {
  name: 'Halden Storage',
  contractHolder: 'client',
  hotline: '+44 20 7946 0100',
  commitments: { respond: '2h' },
  engageWhen: 'The array itself is at fault.',
};
const withVendor = changed({ 'vendors.storage': vendor, 'matrix.3.vendor': 'storage' });

describe('Pages from an agreement', () => {
  it('tell how escalation works, with three worked examples', () => {
    const page = markdown('how-escalation-works');
    expect(page.match(/^## Example/gm)).toHaveLength(3);
    expect(page).toContain(
      [
        '## Example: Incident, priority 2',
        '',
        '1. You hear from us within 1 h (Mon to Fri 08:00–18:00 in Europe/Lisbon, not on holidays).',
        '2. Contoso IT has it until Northwind has accepted it.',
        '3. Northwind NOC is asked and has 30 min to answer.',
        '4. The stand-in of Northwind NOC is asked and has 30 min to answer.',
        '5. The lead of Northwind NOC is asked and has 30 min to answer.',
        '6. It is solved within 8 h (Mon to Fri 08:00–18:00 in Europe/Lisbon, not on holidays).',
      ].join('\n'),
    );
    expect(page).toContain('Until it is solved you hear how it stands every 1 h.');
    expect(page).toContain('No vendor is part of this agreement.');
  });

  it('tell when the vendor comes in, in an example of its own', () => {
    const page = markdown('how-escalation-works', withVendor);
    expect(page).toContain('| Halden Storage | The array itself is at fault | Contoso IT | within 2 h |');
    expect(page).toMatch(
      /## Example: Incident, priority 4\n[^#]+Halden Storage is brought in when: The array itself is at fault\./,
    );
    expect(page.match(/^## Example/gm)).toHaveLength(3);
  });

  it('tell on the runbook what is owed, whom to ask, and what if nobody answers', () => {
    const raised = { 'matrix.0.runbook': 'https://wiki.example/p1_a|b', 'matrix.0.authority': { grace: 'Reroute.' } };
    const page = markdown('runbook', changed(raised));
    const [, first = ''] = page.split(/^## /m);
    expect(first).toContain('For: work type incident, priority 1.');
    expect(first).toContain('| Solution | 4 h | around the clock |');
    expect(first).toContain('| Northwind: answer a handoff | 15 min | around the clock |');
    expect(first).toContain(
      'The handoff says: Next required action, Deadline, Current diagnosis, Actions taken, Evidence.',
    );
    expect(first).toContain('If nobody answers, it counts as accepted by Grace Kim of Northwind, and is shown so.');
    expect(first).toContain('Grace Kim may decide alone: Reroute.');
    expect(first).toContain('What to do: <https://wiki.example/p1_a%7Cb>');
    expect(page).toContain('If nobody answers, Carla Mendes of Contoso IT and the leads of both parties decide;');
    expect(page).toContain('The handoff says: Next required action, Deadline, Done so far,');
  });

  it('tell whoever takes over who is on duty, how to reach them, and what they are asked for', () => {
    const shifts = [
      { person: 'omar', backup: 'grace', hours: { mon: [['08:00', '20:00']], tue: [['08:00', '20:00']] } },
      { person: 'grace', hours: { sat: [['10:00', '14:00']] } },
    ];
    const phone = { channel: 'phone', address: '+34 600 000 000' };
    const roster = { onDuty: 'omar', backup: 'grace', weekly: shifts };
    const page = markdown(
      'handover-notes',
      changed({ 'teams.northwind-noc.roster': roster, 'people.omar.contacts': [phone] }),
    );
    const noc = page.split(/^## /m).find(part => part.startsWith('Northwind NOC')) ?? '';
    expect(noc).toContain(
      'Mon to Tue 08:00–20:00 Omar Said, stood in for by Grace Kim; otherwise Sat 10:00–14:00 Grace Kim',
    );
    expect(noc).toContain('| Omar Said |  | phone +34 600 000 000 |');
    expect(noc).toContain('| Incident, priority 1 | 15 min | 1 h 30 min |  |');
    expect(noc).toContain('If nobody answers, as for Incident, priority 1:');
    expect(page).toContain('| Grace Kim | Lead, Coordinator, Approver | email grace@northwind.example |');
  });

  it('map controls to what shows that they are met, their own first', () => {
    const controls = [{ name: 'Contract §7, joint ownership', features: ['custody', 'ledger'] }];
    const page = markdown('control-map', changed({ controls }));
    expect(page).toContain('| Contract §7, joint ownership | custody, ledger |');
    expect(page).toMatch(
      /\| 8\.6\.1 Incident management \| Incidents, major ones included \| packet, acknowledgement,/,
    );
    expect(markdown('control-map')).toContain('This agreement names no controls of its own.');
    const facts = Object.values(featureEvidence).flatMap(evidence => evidence.facts);
    expect(facts.filter(fact => !(fact in factData))).toEqual([]);
  });

  it('tell who does what by name', () => {
    const raci = { responsible: ['northwind-noc'], accountable: 'grace', informed: ['carla'] };
    const page = markdown('who-does-what', changed({ 'matrix.0.raci': raci }));
    expect(page).toContain('| Incident, priority 1 | Northwind NOC | Grace Kim | nobody | Carla Mendes |\n');
  });

  it('show the parties’ words as they wrote them, whatever Markdown would make of them', () => {
    const glossary = { 'P1 | major': 'Everything is *down*\n<b>now</b>' };
    expect(markdown('words', changed({ glossary }))).toContain(
      '| P1 \\| major | Everything is \\*down\\* \\<b\\>now\\</b\\> |\n',
    );
  });

  it('know an address from the sentence it stands in', () => {
    expect(piecesOf('See https://a.example/b_c, then (https://d.example).')).toEqual([
      { text: 'See ', isLink: false },
      { text: 'https://a.example/b_c', isLink: true },
      { text: ', then (', isLink: false },
      { text: 'https://d.example', isLink: true },
      { text: ').', isLink: false },
    ]);
  });
});
