import fc from 'fast-check';
import { mistakesIn, readAgreement, type AgreementDocument } from '../../shared/src/agreement';
import { beginAgreement } from '../../shared/src/settings/beginAgreement';
import { importedHours } from '../../shared/src/settings/deskHours';
import { readPeople, withPerson } from '../../shared/src/settings/deskPeople';
import { groupsOf, lostGroups, withGroup, withoutGroup } from '../../shared/src/settings/deskTeams';
import type { DeskPerson } from '../../shared/src/settings/deskView';
import { nameFor } from '../../shared/src/settings/nameFor';
import { isUsable, placeOf, preflight } from '../../shared/src/settings/preflight';
import { withOffice } from '../../shared/src/settings/offices';
import { suggestPlace } from '../../shared/src/settings/suggestPlace';
import { withFirstLine } from '../../shared/src/settings/tidied';
import { compileCalendar, isOpenAt, zoneOfRails } from '../../shared/src/time';

const parties = { msp: 'Northwind MSP', client: 'Contoso IT' };

const begun = (): AgreementDocument =>
  beginAgreement({
    msp: { name: parties.msp, timeZone: 'Europe/Madrid' },
    client: { name: parties.client, timeZone: 'Europe/Lisbon' },
  });

const desk = { id: '9001', name: 'Contoso Service desk' };
const noc = { id: '9101', name: 'Northwind NOC' };
const network = { id: '9102', name: 'Northwind Network L2' };

const mapped = (): AgreementDocument =>
  [
    { group: desk, place: { party: 'client', tier: 'L1' } as const },
    { group: network, place: { party: 'msp', tier: 'L2' } as const },
    { group: noc, place: { party: 'msp', tier: 'L1' } as const },
  ].reduce<AgreementDocument>(
    (document, { group, place }) => withGroup(document, 'freshservice', group, place),
    begun(),
  );

const told = (id: string, name: string, groups: string[], more: Partial<DeskPerson> = {}): DeskPerson => ({
  ...{ id, name, groups, isActive: true, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com` },
  ...more,
});

const everybody: readonly DeskPerson[] = [
  told('1', 'Ana Pires', ['9001']),
  told('2', 'Carla Mendes', ['9001']),
  told('3', 'Omar Said', ['9101']),
  told('4', 'Grace Kim', ['9101', '9102']),
  told('5', 'Dana Ruiz', ['9102']),
];

const named = (document: AgreementDocument): AgreementDocument =>
  withOffice(withOffice(document, 'msp', 'lead', 'grace-kim'), 'client', 'lead', 'carla-mendes');

const filled = (): AgreementDocument => named(withFirstLine(readPeople(mapped(), 'freshservice', everybody).document));

describe('A group of the desk', () => {
  it.each([
    ['L2 Network', undefined, 'L2'],
    ['MSP-Network', 'msp', 'L2'],
    ['MSP_Tier3', 'msp', 'L3'],
    ['Service Desk', undefined, 'L1'],
    ['Contoso Service desk', 'client', 'L1'],
    ['Northwind Cloud Architects', 'msp', 'L3'],
    ['Internal IT 2nd line', 'client', 'L2'],
    ['Northwind for Contoso', undefined, undefined],
    ['Vendors', undefined, 'vendor'],
    ['NOC', 'msp', 'L1'],
    ['jira-administrators', undefined, undefined],
    ['Cake club', undefined, undefined],
  ] as const)('%s suggests %s, %s', (name, party, tier) => {
    expect(suggestPlace(name, parties)?.party).toBe(party);
    expect(suggestPlace(name, parties)?.tier).toBe(tier);
  });

  it('says what in its name it goes by', () => {
    expect(suggestPlace('MSP-Network L2', parties)?.because).toBe('“MSP” and “L2” in its name');
  });

  it('becomes a team, another team, and none again, and who was only in it goes with it', () => {
    const moved = withGroup(filled(), 'freshservice', noc, { party: 'msp', tier: 'L3' });
    expect(moved.teams['northwind-noc']).toMatchObject({ tier: 'L3', freshserviceGroups: ['9101'] });
    const gone = withoutGroup(moved, 'freshservice', noc.id);
    expect(gone.teams['northwind-noc']).toBeUndefined();
    expect(gone.people['omar-said']).toBeUndefined();
    expect(gone.people['grace-kim']?.teams).toEqual(['northwind-network-l2']);
    expect(gone.boundaries['client>msp'].receiver).toBe('northwind-network-l2');
  });

  it('of two desks is one team, and stays while it is a group on one of them', () => {
    const both: AgreementDocument = filled();
    both.teams['northwind-noc'] = { ...both.teams['northwind-noc']!, jiraGroups: ['g-1'] };
    const kept = withoutGroup(both, 'freshservice', noc.id);
    expect(groupsOf(kept.teams['northwind-noc']!, 'jira')).toEqual(['g-1']);
    expect(groupsOf(kept.teams['northwind-noc']!, 'freshservice')).toEqual([]);
  });

  it('that was deleted on the desk is found', () => {
    expect(lostGroups(filled(), 'freshservice', [desk, noc])).toEqual([
      { team: 'northwind-network-l2', name: 'Northwind Network L2', group: '9102' },
    ]);
  });
});

describe('People of the desk', () => {
  it('come in with their teams, and who is unclear is left to somebody', () => {
    const { document, unclear } = readPeople(mapped(), 'freshservice', [
      ...everybody,
      told('6', 'Both Sides', ['9001', '9101']),
      told('7', 'Gone Away', ['9101'], { isActive: false }),
      told('8', 'No Team', []),
      told('9', 'Ana Pires', ['9101']),
    ]);
    expect(unclear.map(({ why, person }) => [person.name, why])).toEqual([
      ['Both Sides', 'both parties'],
      ['Gone Away', 'deactivated'],
      ['No Team', 'no team'],
      ['Ana Pires', 'same name'],
    ]);
    expect(document.people['grace-kim']).toEqual({
      name: 'Grace Kim',
      party: 'msp',
      teams: ['northwind-noc', 'northwind-network-l2'],
      freshservice: '4',
      contacts: [{ channel: 'email', address: 'grace.kim@example.com' }],
      active: true,
    });
  });

  it('in teams of both sides are of the side that somebody says, now and when they are read again', () => {
    const both = told('6', 'Both Sides', ['9001', '9101']);
    const said = withPerson(mapped(), 'freshservice', both, 'msp');
    expect(said.people['both-sides']).toMatchObject({ party: 'msp', teams: ['northwind-noc'] });
    const again = readPeople(said, 'freshservice', [both]);
    expect(again.unclear).toEqual([]);
    expect(again.document.people['both-sides']).toMatchObject({ party: 'msp', teams: ['northwind-noc'] });
  });

  it('who are deactivated later stay named, as no longer there', () => {
    const { document } = readPeople(filled(), 'freshservice', [told('4', 'Grace Kim', [], { isActive: false })]);
    expect(document.people['grace-kim']?.active).toBe(false);
  });

  it('of the other desk are the same person by their address', () => {
    const onJira = [desk, noc, network].reduce<AgreementDocument>(
      (document, group) => ({
        ...document,
        teams: Object.fromEntries(
          Object.entries(document.teams).map(([id, team]) => [
            id,
            team.name === group.name ? { ...team, jiraGroups: [`j-${group.id}`] } : team,
          ]),
        ),
      }),
      filled(),
    );
    const { document } = readPeople(onJira, 'jira', [
      told('5b10', 'Said, Omar', ['j-9101'], { email: 'OMAR.SAID@example.com' }),
    ]);
    expect(document.people['omar-said']).toMatchObject({ freshservice: '3', jira: '5b10' });
    expect(Object.keys(document.people)).toHaveLength(5);
  });

  it('keep what is known of them beside the desk', () => {
    const before = filled();
    before.people['ana-pires'] = { ...before.people['ana-pires']!, roles: ['auditor'], notify: ['noc'] };
    const { document } = readPeople(before, 'freshservice', everybody);
    expect(document.people['ana-pires']).toMatchObject({ roles: ['auditor'], notify: ['noc'] });
  });
});

describe('A first agreement', () => {
  it('can be used once both sides have teams, people and who speaks for them, and only watches', () => {
    expect(isUsable(begun())).toBe(false);
    expect(isUsable(mapped())).toBe(false);
    const document = filled();
    expect(mistakesIn(document)).toEqual([]);
    const agreement = readAgreement(document);
    expect(Object.values(agreement.boundaries).map(({ mode }) => mode)).toEqual(['observe', 'observe']);
    expect(agreement.matrix.map(({ mode }) => mode).filter(mode => mode !== undefined && mode !== 'observe')).toEqual(
      [],
    );
  });

  it('has the first line of each side receive, and two of each team on its roster', () => {
    const { boundaries, teams, intake } = filled();
    expect(boundaries['client>msp'].receiver).toBe('northwind-noc');
    expect(boundaries['msp>client'].receiver).toBe('contoso-service-desk');
    expect(intake).toEqual({ party: 'client', team: 'contoso-service-desk' });
    expect(teams['northwind-noc']?.roster).toEqual({ onDuty: 'omar-said', backup: 'grace-kim' });
  });

  it('can be read whatever the groups and people of a desk are called', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), { maxLength: 6 }), names => {
        const groups = names.map((name, index) => ({ id: `g${index}`, name: name.trim() || '?' }));
        const document = groups.reduce<AgreementDocument>(
          (made, group) => withGroup(made, 'jira', group, { party: 'client', tier: 'L1' }),
          filled(),
        );
        const people = groups.map(({ id, name }, index) => ({ id: `p${index}`, name, isActive: true, groups: [id] }));
        const read = readPeople(document, 'jira', people).document;
        expect(mistakesIn(read)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps whoever somebody has named, and names the next best for whoever is gone', () => {
    const chosen: AgreementDocument = filled();
    chosen.boundaries['client>msp'].receiver = 'northwind-network-l2';
    expect(withGroup(chosen, 'freshservice', noc, { party: 'msp', tier: 'L1' }).boundaries['client>msp'].receiver).toBe(
      'northwind-network-l2',
    );
    expect(withOffice(filled(), 'client', 'coordinator', 'ana-pires').boundaries['client>msp'].tieBreak.owner).toBe(
      'carla-mendes',
    );
  });

  it('gives ids that say what they name, never a word of the language', () => {
    expect(nameFor('Équipe Réseau, N2', {})).toBe('equipe-reseau-n2');
    expect(nameFor('constructor', {})).toBe('item');
    expect(nameFor('サービス', { item: 1 })).toBe('item-2');
  });
});

describe('Hours of the desk', () => {
  const workday = ['8:00', '17:30'] as const;
  const hours = {
    ...{ id: '1', name: 'Office', zone: 'Chennai', isDefault: true, holidays: ['--12-25', '2026-11-08'] },
    days: { monday: workday, friday: ['00:00', '23:59'] as const },
  };

  it('are taken with their zone by its IANA name, their days and holidays', () => {
    expect(importedHours(hours)).toEqual({
      ok: true,
      calendar: {
        timeZone: 'Asia/Kolkata',
        weekly: { mon: [['08:00', '17:30']], fri: [['00:00', '24:00']] },
        holidays: ['*-12-25', '2026-11-08'],
      },
    });
    const { calendar } = importedHours(hours) as { calendar: Parameters<typeof compileCalendar>[0] };
    expect(isOpenAt(compileCalendar(calendar), Date.parse('2026-11-23T03:00:00Z'))).toBe(true);
    expect(isOpenAt(compileCalendar(calendar), Date.parse('2026-11-23T12:30:00Z'))).toBe(false);
  });

  it('in a zone that nobody knows are left to somebody', () => {
    expect(importedHours({ ...hours, zone: 'Atlantis' })).toEqual({
      ok: false,
      sentence: '“Office” is in “Atlantis”, a zone Baton does not know. Choose its zone yourself.',
    });
  });

  it.each([
    ['Eastern Time (US & Canada)', 'America/New_York'],
    ['Chennai', 'Asia/Kolkata'],
    ['Kyiv', 'Europe/Kiev'],
    ["Nuku'alofa", 'Pacific/Tongatapu'],
    ['Europe/Vilnius', 'Europe/Vilnius'],
    ['+02:00', undefined],
    ['', undefined],
  ])('name the zone %s as %s', (name, zone) => {
    expect(zoneOfRails(name)).toBe(zone);
  });
});

describe('The list before it counts', () => {
  const now = Date.parse('2026-03-02T09:00:00Z');
  const view = { desk: 'freshservice', groups: [desk, noc, network], hours: [], notTold: [] } as const;
  const found = (document: AgreementDocument, more = {}) =>
    Object.fromEntries(preflight(document, { view, now, ...more }).map(item => [item.title, item]));

  it('of an empty agreement names every owner that is missing', () => {
    expect(found(begun())['Owners']).toMatchObject({ state: 'to do', place: 'people' });
    expect(found(begun())['Owners']?.says[0]).toBe('Northwind MSP has no lead. Name one.');
    expect(found(begun())['Teams']?.says).toHaveLength(2);
  });

  it('of one that is filled in leaves nothing but contacts to confirm', () => {
    const open = Object.values(found(filled())).filter(({ state }) => state !== 'fine');
    expect(open.map(({ title }) => title)).toEqual(['Contacts']);
    expect(open[0]?.says[0]).toMatch(/^Not confirmed within a month: Grace Kim, Carla Mendes/);
  });

  it('is clean when they are confirmed', () => {
    const document = filled();
    const confirm = (contact: object) => ({ ...contact, confirmed: '2026-02-20' });
    for (const person of Object.values(document.people)) person.contacts = person.contacts?.map(confirm) as never;
    expect(Object.values(found(document)).filter(({ state }) => state !== 'fine')).toEqual([]);
  });

  it('finds a deleted group, an approver who left, an approver of both and a zone nobody knows', () => {
    const lost = found(filled(), { view: { ...view, groups: [desk, noc] } });
    expect(lost['Teams']?.says).toEqual([
      'The group of Northwind Network L2 was deleted on the desk. Choose another one for it, or take it out.',
    ]);
    const left = filled();
    left.people['carla-mendes'] = { ...left.people['carla-mendes']!, active: false };
    expect(found(left)['Owners']?.says).toContain(
      'Carla Mendes, approver of Contoso IT, is not there any more. Name somebody else.',
    );
    const same = filled();
    same.parties.msp.approver = 'carla-mendes';
    expect(found(same)['Owners']?.says).toContain('Both sides have the same approver. Each needs its own.');
    const zone = filled();
    zone.calendars['msp-hours'] = { ...zone.calendars['msp-hours']!, timeZone: 'Europe/Atlantis' };
    expect(found(zone)['Calendars']).toMatchObject({ state: 'to do', place: 'hours' });
  });

  it('says of a channel that it has no address, and that it cannot be known before the desk was asked', () => {
    const document: AgreementDocument = { ...filled(), channels: { noc: { kind: 'slack', name: '#noc' } } };
    expect(found(document)['Channels']?.state).toBe('cannot be known here');
    expect(found(document, { entered: new Set() })['Channels']?.says).toEqual([
      '#noc has no address yet. Enter it and send a test.',
    ]);
    expect(found(document, { entered: new Set(['noc']) })['Channels']?.state).toBe('fine');
  });

  it('says what the desk did not let Baton read', () => {
    const sentence = 'Jira did not list its groups. Type the teams in.';
    expect(found(filled(), { view: { ...view, notTold: [sentence] } })['What the desk lets Baton read']).toMatchObject({
      state: 'to do',
      says: [sentence],
    });
  });

  it('sends each mistake to where it is mended', () => {
    expect(placeOf('parties.msp.lead')).toBe('people');
    expect(placeOf('parties.msp.name')).toBe('sides');
    expect(placeOf('calendars.x.timeZone')).toBe('hours');
    expect(placeOf('matrix.0.targets.resolve')).toBe('matrix');
  });
});
