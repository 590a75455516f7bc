import { starterAgreement, type AgreementDocument, type HoldingParty } from '../agreement';

/** What the two sides of a new agreement are called and where they sit. */
export type Sides = Readonly<Record<HoldingParty, { readonly name: string; readonly timeZone: string }>>;

const watching = <Handled extends { mode?: string }>(handled: Handled): Handled => ({ ...handled, mode: 'observe' });

/** The same agreement where it only watches: nobody is told and nothing is held up, everything is counted. */
export const onlyWatching = (document: AgreementDocument): AgreementDocument => ({
  ...document,
  boundaries: {
    'client>msp': watching(document.boundaries['client>msp']),
    'msp>client': watching(document.boundaries['msp>client']),
  },
  matrix: document.matrix.map(cell => (cell.mode === undefined ? cell : watching(cell))),
});

/** An agreement without teams and people, to be filled in; it only watches until somebody says otherwise. */
export function beginAgreement({ msp, client }: Sides): AgreementDocument {
  const parties = { msp: { ...msp, lead: '' }, client: { ...client, lead: '' } };
  const starter = starterAgreement({
    id: 'agreement',
    name: `${msp.name} and ${client.name}`,
    parties,
    teams: [],
    people: [],
  });
  return onlyWatching(starter);
}
