import {
  glossaryPage,
  howEscalationWorksPage,
  pageMarkdown,
  parseAgreement,
  raciPage,
} from '../../shared/src/agreement';
import { storyAgreement, storyText } from '../support/agreement';

describe('Pages from an agreement', () => {
  it('tell how escalation works, with three worked examples', () => {
    const page = pageMarkdown(howEscalationWorksPage(storyAgreement));
    expect(page.match(/^## Example/gm)).toHaveLength(3);
    expect(page).toContain(
      [
        '## Example: Incident, priority 2',
        '',
        '1. You hear from us within 1h.',
        '2. Contoso IT has it until Northwind has accepted it.',
        '3. Northwind NOC is asked and has 30m to answer.',
        '4. The stand-in of Northwind NOC is asked and has 30m to answer.',
        '5. The lead of Northwind NOC is asked and has 30m to answer.',
        '6. It is solved within 8h of the agreed hours.',
      ].join('\n'),
    );
  });

  it('tell who does what by name', () => {
    const raci = { responsible: ['northwind-noc'], accountable: 'grace', informed: ['carla'] };
    const page = pageMarkdown(raciPage(parseAgreement(storyText({ 'matrix.0.raci': raci }))));
    expect(page).toContain('| Incident, priority 1 | Northwind NOC | Grace Kim | nobody | Carla Mendes |\n');
  });

  it('show the parties’ words as they wrote them, whatever Markdown would make of them', () => {
    const glossary = { 'P1 | major': 'Everything is *down*\n<b>now</b>' };
    const page = pageMarkdown(glossaryPage(parseAgreement(storyText({ glossary }))));
    expect(page).toContain('| P1 \\| major | Everything is \\*down\\* \\<b\\>now\\</b\\> |\n');
  });
});
