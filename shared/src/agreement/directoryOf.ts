import { readInstant } from '../time';
import type { Agreement } from './schema';
import type { Directory } from './directory';
import type { VendorCard } from './vendorCard';
import { own } from './own';
import type { Roster } from './roster';

type Entries<Key extends keyof Directory> = Directory[Key];

const notified = (notify: readonly string[]): { notify?: readonly string[] } => (notify.length === 0 ? {} : { notify });

const partyCard = ({ notify, spokesperson, ...party }: Agreement['parties']['msp']) => {
  const { name, timeZone, worksAt, lead, coordinator, approver } = party;
  const speaks = spokesperson === undefined ? {} : { spokesperson };
  return { name, timeZone, worksAt, lead, coordinator, approver, ...speaks, ...notified(notify) };
};

/** A roster without what is empty: most teams have standing names only. */
const rosterCard = ({ weekly, overrides, ...standing }: Roster): Partial<Roster> => ({
  ...standing,
  ...(weekly.length === 0 ? {} : { weekly }),
  ...(overrides.length === 0 ? {} : { overrides }),
});

const teamCards = ({ teams }: Agreement): Entries<'teams'> =>
  Object.fromEntries(
    Object.entries(teams).map(([id, { name, party, tier, freshserviceGroups, roster }]) => [
      id,
      { name, party, tier, freshserviceGroups, ...rosterCard(roster) },
    ]),
  );

/** Contacts, and since when all of them are known to be right. */
function reached(contacts: Agreement['people'][string]['contacts']): Partial<Directory['people'][string]> {
  if (contacts.length === 0) return {};
  const days = contacts.map(({ confirmed }) => readInstant(`${confirmed ?? ''}T00:00:00Z`) ?? 0);
  const confirmedAt = Math.min(...days);
  return {
    contacts: contacts.map(({ channel, address }) => ({ channel, address })),
    ...(confirmedAt === 0 ? {} : { confirmedAt }),
  };
}

const peopleCards = (people: Agreement['people']): Entries<'people'> =>
  Object.fromEntries(
    Object.entries(people).map(([id, { name, party, teams, jira, freshservice, contacts, notify, active }]) => {
      const [email, pager] = (['email', 'pager'] as const).map(
        kind => contacts.find(({ channel }) => channel === kind)?.address,
      );
      const native = {
        ...(jira === undefined ? {} : { jira }),
        ...(freshservice === undefined ? {} : { freshservice }),
        ...(email === undefined ? {} : { email }),
        ...(pager === undefined ? {} : { pager }),
      };
      return [id, { name, party, teams, ...native, ...reached(contacts), ...notified(notify), active }];
    }),
  );

type Vendor = Agreement['vendors'][string];

const present = <Value extends object>(values: Value): Value =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Value;

/** A vendor's card as this client reaches it: its own portal and number, where it has some. */
const vendorCard = (vendor: Vendor, client: string): VendorCard => {
  const { name, contractHolder, channels, caseFields, redact, commitments } = vendor;
  const { portal, hotline, webhook, hours, engageWhen, runbook, dataAgreement } = {
    ...vendor,
    ...own(vendor.clients, client),
  };
  const { respond, update } = commitments;
  return {
    ...{ name, contractHolder, caseFields, redact },
    channels: channels.map(({ channel, address }) => ({ channel, address })),
    ...present({ portal, hotline, webhook, hours, engageWhen, runbook, dataAgreement, respond, update }),
  } as VendorCard;
};

function vendorEntries({ vendors, calendars, parties }: Agreement): Pick<Directory, 'vendors' | 'calendars'> {
  const cards = Object.entries(vendors).map(([id, vendor]) => [id, vendorCard(vendor, parties.client.name)] as const);
  const kept = new Set(cards.map(([, { hours }]) => hours));
  const hours = Object.entries(calendars).filter(([name]) => kept.has(name));
  return cards.length === 0 ? {} : { vendors: Object.fromEntries(cards), calendars: Object.fromEntries(hours) };
}

const fieldsOf = ({ jira, freshservice }: Agreement['desks']): Pick<Directory, 'facts'> => {
  const facts = { jira: jira.facts, freshservice: freshservice.facts };
  return Object.values(facts).every(fields => Object.keys(fields).length === 0) ? {} : { facts };
};

/** The directory an agreement gives: its people, teams, rosters and the desks' words. */
export function directoryOf(agreement: Agreement): Directory {
  const { parties, people, desks, guards, intake, channels, sources, commander, templates } = agreement;
  const { jira, freshservice } = desks;
  return {
    parties: { msp: partyCard(parties.msp), client: partyCard(parties.client) },
    teams: teamCards(agreement),
    people: peopleCards(people),
    statuses: { jira: jira.statuses, freshservice: freshservice.statuses },
    workTypes: { jira: jira.workTypes, freshservice: freshservice.workTypes },
    priorities: { jira: jira.priorities, freshservice: freshservice.priorities },
    guards,
    intake,
    merged: { jira: jira.merged, freshservice: freshservice.merged },
    linked: jira.linked,
    majors: { jira: jira.major, freshservice: freshservice.major },
    ...fieldsOf(desks),
    ...(commander === undefined ? {} : { commander }),
    ...vendorEntries(agreement),
    ...(templates.length === 0 ? {} : { templates }),
    ...(Object.keys(channels).length === 0 ? {} : { channels }),
    ...(Object.keys(sources).length === 0 ? {} : { sources }),
  };
}
