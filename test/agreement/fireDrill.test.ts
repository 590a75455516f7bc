import { fireDrill, parseAgreement } from '../../shared/src/agreement';
import { isWhole, told } from '../../scripts/fireDrill/told';
import { storyText } from '../support/agreement';

const MONDAY = Date.parse('2026-03-02T10:00:00Z');

/** The story's agreement with other values at dotted paths, every contact confirmed on a day. */
const agreed = (changes: Readonly<Record<string, unknown>> = {}, confirmed = '2026-02-20') => {
  const document = JSON.parse(storyText(changes)) as {
    people: Record<string, { contacts?: { confirmed?: string }[] }>;
  };
  const contacts = Object.values(document.people).flatMap(person => person.contacts ?? []);
  if (confirmed !== '') contacts.forEach(contact => Object.assign(contact, { confirmed }));
  return parseAgreement(JSON.stringify(document));
};

const drilled = (agreement = agreed(), at = MONDAY) => {
  const paths = fireDrill(agreement, at);
  return { isWhole: isWhole(paths), lines: told(agreement, paths) };
};

describe('a fire drill', () => {
  it('says whom each step of every path reaches, without a ticket', () => {
    const { lines, isWhole: whole } = drilled();
    expect(whole).toBe(true);
    expect(lines.slice(0, 4)).toEqual([
      expect.stringMatching(/^client>msp, incident-p1, /),
      '  0. Northwind NOC, team: Omar Said: email',
      '  1. Northwind NOC, backup: Grace Kim: email',
      '  2. Northwind NOC, lead: Grace Kim: email',
    ]);
    expect(lines.at(-1)).toBe('Every step reaches somebody.');
  });

  it('finds the step on which nobody is at that hour', () => {
    const workdays = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map(day => [day, [['08:00', '18:00']]]));
    const roster = { backup: 'grace', weekly: [{ person: 'omar', backup: 'grace', hours: workdays }] };
    const nights = agreed({ 'teams.northwind-noc.roster': roster, 'people.grace.active': false });
    expect(drilled(nights).lines).toContain('  1. Northwind NOC, backup: nobody, skipped at once');
    const { lines, isWhole: whole } = drilled(nights, Date.parse('2026-03-02T03:00:00Z'));
    expect(lines).toContain('  0. Northwind NOC, team: nobody, skipped at once');
    expect(whole).toBe(false);
  });

  it.each([
    ['for more than a month', '2026-01-15', 'email (last confirmed 2026-01-15)'],
    ['ever', '', 'email (never confirmed)'],
  ])('names contacts that nobody has confirmed %s', (_, confirmed, says) => {
    const { lines, isWhole: whole } = drilled(agreed({}, confirmed));
    expect(lines).toContain(`  0. Northwind NOC, team: Omar Said: ${says}`);
    expect(lines.at(-1)).toMatch(/^No contact confirmed within a month: Omar Said, Grace Kim, /);
    expect(whole).toBe(false);
  });
});
