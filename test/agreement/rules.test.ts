import { AgreementError } from '../../shared/src/failures';
import { adviceOn, agreementRules, brokenRules, parseAgreement, uncoveredHours } from '../../shared/src/agreement';
import { storyDirectory, storyText } from '../support/agreement';

type Changes = Readonly<Record<string, unknown>>;

const refusal = (changes: Changes): AgreementError => {
  try {
    parseAgreement(storyText(changes));
  } catch (error) {
    if (error instanceof AgreementError) return error;
  }
  throw new Error('the agreement was not refused');
};

const noc = 'northwind-noc';
const ana = storyDirectory.people['ana'];
const many = <Item>(count: number, make: (n: number) => Item): Item[] =>
  Array.from({ length: count }, (_, n) => make(n));
const ladder = (...steps: readonly [who: string, team: string][]) => steps.map(([who, team]) => ({ team, who }));
/** A first cell about offers to the provider, with a ladder of its own. */
const climbing = (...steps: readonly [who: string, team: string][]): Changes => ({
  'matrix.0.boundary': 'client>msp',
  'matrix.0.ladder': ladder(...steps),
});
const alerts = (severities: object) => ({ kind: 'alerts', name: 'Nagios', severities });
const text = (audience: string, body: string) => ({ stage: 'update', audience, body });
const override = (person: string, from: string, to: string) => ({
  [`teams.${noc}.roster.overrides`]: [{ person, from: `2026-03-02T${from}:00Z`, to: `2026-03-02T${to}:00Z` }],
});

const acme = { id: 'acme', name: 'Acme', when: { client: 'Acme' } };
const rung = (id: string, when: object) => ({ id, when, calls: { lead: 'holder' } });
const shifts = (...weekly: readonly object[]): Changes => ({ [`teams.${noc}.roster.weekly`]: weekly });
const days = (...names: readonly string[]) => Object.fromEntries(names.map(day => [day, [['08:00', '18:00']]]));
/** Fridays end three hours early, and there is no standing name. */
const withoutFriday: Changes = {
  [`teams.${noc}.roster.onDuty`]: undefined,
  ...shifts(
    { person: 'omar', hours: days('mon', 'tue', 'wed', 'thu') },
    { person: 'grace', hours: { fri: [['08:00', '15:00']] } },
  ),
};

/** A P2 incident offered to the provider, and whom that must reach. */
const example = (expect: object, more: object = {}): Changes => ({
  tests: [{ name: 'Example', ticket: { workType: 'incident', priority: 2 }, crossing: 'client>msp', expect, ...more }],
});

/** Each rule: what breaks it, and where it says so. */
const table: readonly [code: string, changes: Changes, path: string][] = [
  ['unknown-team', { 'intake.team': 'nobody' }, 'intake.team'],
  ['unknown-team', { 'boundaries.client>msp.receiver': 'nobody' }, 'boundaries.client>msp.receiver'],
  ['unknown-team', climbing(['team', 'gone'], ['lead', noc]), 'matrix.0.ladder.0.team'],
  ['unknown-team', { 'people.ana.teams.1': 'gone' }, 'people.ana.teams.1'],
  ['unknown-person', { 'parties.msp.lead': 'zoe' }, 'parties.msp.lead'],
  ['unknown-person', { 'boundaries.msp>client.tieBreak.owner': 'zoe' }, 'boundaries.msp>client.tieBreak.owner'],
  ['unknown-person', override('zoe', '09:00', '17:00'), 'teams.northwind-noc.roster.overrides.0.person'],
  ['unknown-calendar', { 'parties.client.hours': 'weekend' }, 'parties.client.hours'],
  ['unknown-calendar', { 'matrix.0.targets.resolve.calendar': 'weekend' }, 'matrix.0.targets.resolve.calendar'],
  ['unknown-channel', { 'parties.msp.notify': ['noc'] }, 'parties.msp.notify.0'],
  [
    'unknown-team',
    { 'sources.nagios': alerts({ '*': { priority: 1, team: 'nobody' } }) },
    'sources.nagios.severities.*',
  ],
  ['severity-missing', { 'sources.nagios': alerts({ bad: { priority: 1, team: noc } }) }, 'sources.nagios'],
  [
    'ungoverned-alert',
    { 'sources.nagios': { ...alerts({ '*': { priority: 1, team: noc } }), workType: 'change' } },
    'sources.nagios.severities.*',
  ],
  [
    'no-webhook',
    { 'vendors.acme': { name: 'Acme', contractHolder: 'client', webhook: 'nowhere' } },
    'vendors.acme.webhook',
  ],
  ['unknown-vendor', { 'sources.acme': { kind: 'vendor', name: 'Acme', vendor: 'acme' } }, 'sources.acme.vendor'],
  [
    'duplicate-source',
    { 'channels.nagios': { kind: 'webhook' }, 'sources.nagios': alerts({ '*': { priority: 1, team: noc } }) },
    'sources.nagios',
  ],
  ['unknown-variable', { templates: [text('customer', 'Hello {name}')] }, 'templates.0.body'],
  ['internal-variable', { templates: [text('customer', 'We found: {diagnosis}')] }, 'templates.0.body'],
  ['internal-variable', { templates: [{ ...text('customer', 'Hello'), subject: '{Holder}' }] }, 'templates.0.subject'],
  ['duplicate-template', { templates: [text('executive', 'A'), text('executive', 'B')] }, 'templates.1'],
  ['unknown-vendor', { 'matrix.0.vendor': 'acme' }, 'matrix.0.vendor'],
  ['unknown-actor', { 'matrix.0.raci': { accountable: noc, consulted: ['zoe'] } }, 'matrix.0.raci.consulted.0'],
  ['two-parties', { 'people.ana.teams.1': noc }, 'people.ana.teams.1'],
  ['wrong-receiver', { 'boundaries.client>msp.receiver': 'contoso-infra' }, 'boundaries.client>msp.receiver'],
  ['wrong-receiver', climbing(['team', 'contoso-infra'], ['lead', noc]), 'matrix.0.ladder.0.team'],
  ['wrong-holder', { 'intake.party': 'msp' }, 'intake.team'],
  ['wrong-speaker', { 'parties.msp.coordinator': 'ana' }, 'parties.msp.coordinator'],
  [
    'wrong-signer',
    { signatures: [{ party: 'msp', person: 'ana', version: 1, at: '2026-03-02T09:00:00Z' }] },
    'signatures.0.person',
  ],
  ['not-in-team', { 'teams.northwind-noc.roster.onDuty': 'dana' }, 'teams.northwind-noc.roster.onDuty'],
  ['duplicate-jira', { 'people.bruno.jira': ana?.jira }, 'people.bruno.jira'],
  ['duplicate-freshservice', { 'people.bruno.freshservice': ana?.freshservice }, 'people.bruno.freshservice'],
  [
    'duplicate-group',
    { 'teams.northwind-noc.freshserviceGroups.1': '9001' },
    'teams.northwind-noc.freshserviceGroups.1',
  ],
  ['duplicate-cell', { 'matrix.3.id': 'incident-p1' }, 'matrix.3.id'],
  ['duplicate-choice', { 'packet.reasons.1.code': 'skills' }, 'packet.reasons.1.code'],
  ['ladder-end', climbing(['backup', noc]), 'matrix.0.ladder'],
  ['ladder-unreachable', climbing(['lead', noc], ['backup', noc], ['lead', noc]), 'matrix.0.ladder'],
  ['ladder-repeats', climbing(['backup', noc], ['backup', noc], ['lead', noc]), 'matrix.0.ladder'],
  ['no-backup', { 'teams.northwind-noc.roster.backup': undefined }, 'boundaries.client>msp.receiver'],
  ['no-backup', climbing(['team', noc], ['lead', noc]), 'matrix.0.ladder'],
  ['no-reasons', { 'matrix.4.packet.reasons': [] }, 'matrix.4.packet.reasons'],
  ['boundary-open', { 'matrix.0.receiver': 'northwind-network' }, 'matrix.0.boundary'],
  ['vendor-missing', { 'matrix.0.governedBy': 'uc' }, 'matrix.0.vendor'],
  ['guards-resolving', { 'guards.jira.transfer.done': 'msp' }, 'guards.jira.transfer.done'],
  ['guards-every-end', { 'guards.jira.close': ['Resolved', 'closed', 'DONE'] }, 'guards.jira.close'],
  ['guarded-twice', { 'guards.jira.close': ['Closed', 'with msp'] }, 'guards.jira.close.1'],
  ['unknown-zone', { 'parties.msp.timeZone': 'Europe/Northwind' }, 'parties.msp.timeZone'],
  ['bad-calendar', { 'calendars.msp-hours.weekly.mon': [['9', '17:00']] }, 'calendars.msp-hours.weekly.mon.0'],
  [
    'bad-calendar',
    { 'teams.northwind-noc.roster.weekly': [{ person: 'omar', hours: { mon: [['9', '17:00']] } }] },
    'teams.northwind-noc.roster.weekly.0.hours.mon.0',
  ],
  ['bad-calendar', override('omar', '17:00', '09:00'), 'teams.northwind-noc.roster.overrides.0'],
  ['no-hours', { 'calendars.msp-hours.weekly': { mon: [] } }, 'calendars.msp-hours'],
  ['unknown-zone', { 'teams.northwind-noc.roster.timeZone': 'Mars' }, 'teams.northwind-noc.roster.timeZone'],
  ['no-shift', shifts({ person: 'omar', hours: { mon: [] } }), 'teams.northwind-noc.roster.weekly.0'],
  [
    'roster-overlap',
    shifts(
      { person: 'omar', hours: { sun: [['22:00', '06:00']] } },
      { person: 'grace', hours: { mon: [['05:00', '13:00']] } },
    ),
    'teams.northwind-noc.roster.weekly.1',
  ],
  [
    'roster-overlap',
    {
      [`teams.${noc}.roster.overrides`]: [
        { person: 'omar', from: '2026-03-02T09:00:00Z', to: '2026-03-02T12:00:00Z' },
        { person: 'grace', from: '2026-03-02T11:59:00Z', to: '2026-03-02T13:00:00Z' },
      ],
    },
    'teams.northwind-noc.roster.overrides.1',
  ],
  [
    'unknown-cell',
    { 'overrides.exceptions': [{ of: 'transfer', cells: ['incident-p1', 'gone'] }] },
    'overrides.exceptions.0.cells.1',
  ],
  ['not-positive', { 'overrides.exceptions': [{ of: 'transfer', decide: '0m' }] }, 'overrides.exceptions.0.decide'],
  ['roster-gap', withoutFriday, 'teams.northwind-noc.roster.weekly'],
  ['not-positive', { 'matrix.1.targets.hold': '0m' }, 'matrix.1.targets.hold'],
  ['not-positive', { 'matrix.1.tiers': { L1: { hold: '0h' } } }, 'matrix.1.tiers.L1.hold'],
  ['acknowledge-too-long', { 'matrix.1.targets.acknowledge': '8h' }, 'matrix.1.targets.acknowledge'],
  ['respond-too-long', { 'matrix.1.targets.respond': '9h' }, 'matrix.1.targets.respond'],
  [
    'duplicate-rung',
    { 'matrix.0.rungs': [rung('late', { after: '1h' }), rung('late', { toAndFro: true })] },
    'matrix.0.rungs.1.id',
  ],
  ['not-positive', { 'matrix.0.rungs': [rung('late', { after: '0m' })] }, 'matrix.0.rungs.0.when.after'],
  [
    'unknown-team',
    { 'matrix.0.rungs': [{ ...rung('skill', { bounces: 3 }), calls: { team: 'gone' } }] },
    'matrix.0.rungs.0.calls.team',
  ],
  ['confirmation-too-long', { confirmationDays: 15 }, 'confirmationDays'],
  ['warnings-unordered', { 'matrix.1.warnings': [0.8, 0.5] }, 'matrix.1.warnings'],
  [
    'test-failed',
    { tests: [{ name: 'P1', ticket: { workType: 'incident', priority: 1 }, expect: { cell: 'request' } }] },
    'tests.0',
  ],
  ['test-failed', example({ person: 'omar' }, { out: ['omar'] }), 'tests.0'],
  ['test-failed', example({ person: 'grace', within: '29m' }), 'tests.0'],
  ['test-failed', example({ team: 'contoso-desk' }), 'tests.0'],
  ['unknown-person', example({ person: 'omar' }, { out: ['zoe'] }), 'tests.0.out.0'],
  ['terms-too-large', { 'packet.extra': many(60, n => ({ id: `f${n}`, label: 'é'.repeat(60) })) }, 'matrix.0'],
  ['duplicate-overlay', { overlays: [acme, acme] }, 'overlays.1.id'],
  ['unknown-overlay', { overlays: [{ ...acme, inherits: 'emea' }] }, 'overlays.0.inherits'],
  ['circular-overlay', { overlays: [{ ...acme, inherits: 'acme' }] }, 'overlays.0.inherits'],
  [
    'overlay-without-tickets',
    { overlays: [acme, { id: 'b', name: 'B', when: { client: 'Globex' }, inherits: 'acme' }] },
    'overlays.1',
  ],
  ['unknown-cell', { overlays: [{ ...acme, cells: { p9: {} } }] }, 'overlays.0.cells.p9'],
  [
    'overlay-beside-cell',
    { 'matrix.0.when.client': 'Globex', overlays: [{ ...acme, cells: { 'incident-p1': {} } }] },
    'overlays.0.cells.incident-p1',
  ],
  ['unknown-pilot-cell', { pilot: { cells: ['p9'] } }, 'pilot.cells.0'],
  ['unknown-team', { pilot: { teams: ['night'] } }, 'pilot.teams.0'],
  ['cell-too-large', { 'matrix.0.inputs': many(300, () => 'x'.repeat(120)) }, 'matrix.0'],
];

const crowd = Object.fromEntries(many(600, n => [`people.p${n}`, { name: `Person ${n}`, party: 'msp', teams: [noc] }]));

const advised: readonly [code: string, changes: Changes, path: string][] = [
  ['pilot-of-nothing', { pilot: { clients: ['Acme'] } }, 'pilot'],
  ['unknown-work-type', { 'matrix.4.when.workType': ['request', 'reqest'] }, 'matrix.4.when.workType.1'],
  ['unused-template', { templates: [{ stage: 'update', audience: 'internal', body: 'On it.' }] }, 'templates.0'],
  ['inactive-owner', { 'people.carla.active': false }, 'parties.client.lead'],
  ['legs-exceed-promise', { 'matrix.1.targets.hold': '4h' }, 'matrix.1.targets'],
  ['directory-too-large', crowd, 'people'],
  [
    'inactive-owner',
    { 'people.li.active': false, 'matrix.0.approvals': [{ of: 'exception', by: ['li'] }] },
    'matrix.0.approvals.0.by.0',
  ],
  ['gap', { 'matrix.4.when.priority': [1, 2] }, 'matrix'],
  ['shadowed', { 'matrix.1.when.priority': 1 }, 'matrix.1'],
  ['shadowed', { 'matrix.1.when.all': [{ priority: 3 }] }, 'matrix.1'],
  ['overlap', { 'matrix.0.when': { service: 'VPN' } }, 'matrix.1'],
  [
    'too-intricate',
    { 'matrix.0.when.all': many(3, () => ({ any: many(6, n => ({ service: `s${n}` })) })) },
    'matrix.0.when',
  ],
  ['rung-too-late', { 'matrix.1.rungs': [rung('late', { after: '9h' })] }, 'matrix.1.rungs.0.when.after'],
  ['rung-too-late', { 'matrix.1.targets.acknowledge': '4h' }, 'matrix.1.targets.acknowledge'],
  ['never-open-together', { 'calendars.msp-hours.weekly': { sun: [['08:00', '18:00']] } }, 'matrix.1.targets.resolve'],
];

describe('Hours in which a clock runs and nobody is open', () => {
  const at = Date.parse('2026-11-20T12:00:00Z');
  const found = (changes: Changes) => uncoveredHours(parseAgreement(storyText(changes)), at);

  it('are told per week, with the next time', () => {
    const [first] = found({}).filter(({ crossing }) => crossing === 'msp>client');
    // The client's desk opens an hour after the service hours begin and closes half an hour before they end.
    expect(first).toEqual({
      ...{ row: 1, crossing: 'msp>client', receiver: 'contoso-desk', weekly: 7.5 * 3_600_000 },
      next: [Date.parse('2026-11-20T17:30:00Z'), Date.parse('2026-11-20T18:00:00Z')],
    });
  });

  it('are told where it is only on a holiday of one party', () => {
    const round = { 'calendars.client-hours': undefined, 'parties.client.hours': 'client-days' };
    const days = (holidays: readonly string[]) => ({
      ...{ timeZone: 'Europe/Lisbon', weekly: { mon: [['08:00', '18:00']] }, holidays },
    });
    const calendars = { 'calendars.service-hours': days([]), 'calendars.client-days': days(['2027-03-01']) };
    const [first] = found({ ...round, ...calendars }).filter(({ crossing }) => crossing === 'msp>client');
    expect(first?.weekly).toBe(0);
    expect(first?.next[0]).toBe(Date.parse('2027-03-01T08:00:00Z'));
  });

  it('are none where somebody is called', () => {
    expect(
      found({ 'boundaries.client>msp.closedReceiver': 'on call', 'boundaries.msp>client.closedReceiver': 'on call' }),
    ).toEqual([]);
  });
});

describe('An example in the agreement', () => {
  it.each<[string, object, object]>([
    ['a team and its person on duty at once', { team: noc, person: 'omar' }, {}],
    ['the backup at once where who is on duty is out', { person: 'grace' }, { out: ['omar'] }],
    ['the backup in time where they are not', { person: 'grace', within: '30m' }, {}],
    ['whom a shift names at that instant', { person: 'grace' }, { at: '2026-03-07T09:00:00Z', out: ['omar'] }],
    ['a cell and a person together', { cell: 'incident-p2', person: 'omar' }, {}],
  ])('holds for %s', (_what, expect_, more) => {
    expect(brokenRules(parseAgreement(storyText(example(expect_, more))))).toEqual([]);
  });
});

describe('The rules of an agreement', () => {
  it.each(table)('say %s where it is', (code, changes, path) => {
    const { code: kind, violations } = refusal(changes);
    expect(kind).toBe('rules');
    expect(violations).toContainEqual({ code, path, message: expect.stringMatching(/\w/) });
  });

  it.each(advised)('advise about %s without refusing', (code, changes, path) => {
    const advice = adviceOn(parseAgreement(storyText(changes)));
    expect(advice).toContainEqual({ code, path, message: expect.stringMatching(/\w/) });
  });

  it('name the hours in which nobody is on duty', () => {
    expect(refusal(withoutFriday).violations.map(({ message }) => message)).toEqual([
      'leaves nobody on duty Fri 15:00 to Fri 18:00 (Europe/Madrid); give somebody that shift, or name a standing onDuty',
    ]);
  });

  it('let one shift begin where another ends, in the roster’s own zone', () => {
    const lisbon = { [`teams.${noc}.roster.timeZone`]: 'Europe/Lisbon', [`teams.${noc}.roster.onDuty`]: undefined };
    const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
    const halves = (from: string, to: string) => Object.fromEntries(workdays.map(day => [day, [[from, to]]]));
    const early = shifts(
      { person: 'omar', hours: halves('07:00', '12:00') },
      { person: 'grace', hours: halves('12:00', '17:00') },
    );
    expect(() => parseAgreement(storyText({ ...lisbon, ...early }))).not.toThrow();
  });

  it('are each shown by an example here', () => {
    const shown = new Set([...table, ...advised].map(([code]) => code));
    expect(agreementRules.map(({ code }) => code).filter(code => !shown.has(code))).toEqual([]);
  });

  it('report everything at once', () => {
    const { violations, message } = refusal({
      'people.ana.teams.1': noc,
      'intake.team': 'nobody',
      'matrix.1.targets.hold': '0m',
      'matrix.3.id': 'incident-p1',
    });
    expect(violations.map(({ path }) => path).sort()).toEqual([
      'intake.team',
      'matrix.1.targets.hold',
      'matrix.3.id',
      'people.ana.teams.1',
    ]);
    expect(message).toMatch(
      /^The agreement has 4 mistakes: intake\.team names “nobody”, which is no team .+ And 1 more\.$/,
    );
  });

  it('tell a person in the pools of two parties by name', () => {
    const [violation] = refusal({ 'people.ana.teams.1': noc }).violations;
    expect(violation?.message).toBe(
      'puts a person of client into “northwind-noc”, a team of msp; a person works for one party only',
    );
  });

  it('let a cell send to another team whose backup is a team', () => {
    const text = storyText({
      'matrix.0.boundary': 'client>msp',
      'matrix.0.receiver': 'northwind-network',
      'matrix.0.backup': noc,
    });
    expect(brokenRules(parseAgreement(text))).toEqual([]);
  });
});
