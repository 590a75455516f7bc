import { starterAgreement, type AgreementDocument } from '@baton/shared';
import { drawing } from './drawing';
import { drawnRules } from './drawnRules';

/** Teams of each of the two companies, and as many people. */
const TEAMS = 25;
const parties = ['msp', 'client'] as const;

const each = <Made>(make: (party: (typeof parties)[number], id: string, n: number) => Made): Made[] =>
  parties.flatMap(party => Array.from({ length: TEAMS }, (_, n) => make(party, `${party}-${n}`, n)));

/** An agreement with so many drawn rules among 50 teams, half of the rules with a receiver of their own. */
export function drawnMatrix(rules: number): AgreementDocument {
  const draw = drawing(8);
  const lead = (party: string) => ({ name: party, timeZone: 'Europe/Lisbon', lead: `${party}-0` });
  const document = starterAgreement({
    id: 'drawn',
    name: 'Drawn',
    parties: { msp: lead('msp'), client: lead('client') },
    teams: each((party, id) => ({ id, name: `Team ${id}`, party, tier: 'L1' as const })),
    people: each((party, id, n) => ({ id, name: `Person ${id}`, party, teams: [id, `${party}-${(n + 1) % TEAMS}`] })),
  });
  const matrix = drawnRules(rules).map(({ id, when }, row) => ({
    ...{ id, name: `Rule ${id}`, when, targets: { acknowledge: '15m', resolve: '8h' } },
    ...(row % 2 === 0
      ? {}
      : { boundary: 'client>msp' as const, receiver: `msp-${draw(TEAMS)}`, backup: `msp-${draw(TEAMS)}` }),
  }));
  return JSON.parse(JSON.stringify({ ...document, matrix })) as AgreementDocument;
}
