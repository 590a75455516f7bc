import { starterAgreement, type AgreementDocument, type HoldingParty } from '../agreement';
import { onlyWatching } from './onlyWatching';

/** What the two sides of a new agreement are called and where they sit. */
export type Sides = Readonly<Record<HoldingParty, { readonly name: string; readonly timeZone: string }>>;

/** What an agreement is called until somebody calls it otherwise. */
const usualName = (msp: string, client: string): string => `${msp || 'The provider'} and ${client || 'internal IT'}`;

/** An agreement without teams and people, to be filled in; it only watches until somebody says otherwise. */
export function beginAgreement({ msp, client }: Sides): AgreementDocument {
  const parties = { msp: { ...msp, lead: '' }, client: { ...client, lead: '' } };
  const starter = starterAgreement({
    id: 'agreement',
    name: usualName(msp.name, client.name),
    parties,
    teams: [],
    people: [],
  });
  return onlyWatching(starter);
}

/** A side's hours, and the customer's for internal IT, where they are kept in the zone in which that side sits. */
const isOwnHours = ({ parties, calendars, service }: AgreementDocument, side: HoldingParty, id: string): boolean =>
  calendars[id]?.timeZone === parties[side].timeZone &&
  (id === parties[side].hours || (side === 'client' && id === service.hours));

/** The agreement where a side is called so and sits there; its own hours move with it. */
export function withSide(
  document: AgreementDocument,
  side: HoldingParty,
  { name, timeZone }: Sides[HoldingParty],
): AgreementDocument {
  const { parties, calendars } = document;
  const party = { ...parties[side], name, timeZone };
  const after = { ...parties, [side]: party };
  const moved = Object.fromEntries(
    Object.entries(calendars).map(([id, calendar]) =>
      isOwnHours(document, side, id) ? [id, { ...calendar, timeZone }] : [id, calendar],
    ),
  );
  const isUsual = document.name === usualName(parties.msp.name, parties.client.name);
  const called = isUsual ? usualName(after.msp.name, after.client.name) : document.name;
  return { ...document, name: called, parties: after, calendars: moved };
}
