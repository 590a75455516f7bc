import {
  backupOf,
  homeTeam,
  isMember,
  isResolvedStatus,
  onDuty,
  partyOf,
  partyOfTeam,
  peopleOfTeam,
  personByNative,
  placementOfAssignee,
  placementOfGroup,
  priorityOf,
  teamByGroup,
  waitedFor,
  workTypeOf,
  type Directory,
} from '../../shared/src/agreement';
import { storyDirectory as story } from '../support/agreement';

const ana = { jira: '5b10a2844c20165700ede211g', freshservice: '21000011' };
const carla = { jira: '5b10a2844c20165700ede213g', freshservice: '21000013' };
const grace = { jira: '5b10a2844c20165700ede224g', freshservice: '21000024' };

const without = (person: string): Directory => {
  const found = story.people[person];
  return found === undefined ? story : { ...story, people: { ...story.people, [person]: { ...found, active: false } } };
};

describe('The directory', () => {
  it('knows people by either desk’s id', () => {
    expect(personByNative(story, 'jira', ana.jira)).toBe('ana');
    expect(personByNative(story, 'freshservice', ana.freshservice)).toBe('ana');
    expect(personByNative(story, 'freshservice', ana.jira)).toBeUndefined();
  });

  it('knows teams by their Freshservice groups', () => {
    expect(teamByGroup(story, '9101')).toBe('northwind-noc');
    expect(teamByGroup(story, '1')).toBeUndefined();
  });

  it('knows where people work', () => {
    expect([partyOf(story, 'ana'), partyOfTeam(story, 'northwind-noc')]).toEqual(['client', 'msp']);
    expect(homeTeam(story, 'carla')).toBe('contoso-desk');
    expect([isMember(story, 'carla', 'contoso-infra'), isMember(story, 'ana', 'contoso-infra')]).toEqual([true, false]);
  });

  it('knows nobody by a name that every object inherits', () => {
    expect(partyOf(story, 'constructor')).toBeUndefined();
    expect(workTypeOf(story, 'jira', 'constructor')).toBe('incident');
  });

  it('counts only active people as on duty, as backup and in a team', () => {
    const monday = Date.parse('2026-03-02T10:00:00Z');
    expect([onDuty(story, 'northwind-noc', monday), backupOf(story, 'northwind-noc', monday)]).toEqual([
      'omar',
      'grace',
    ]);
    expect(peopleOfTeam(story, 'northwind-noc')).toEqual(['omar', 'grace']);
    expect(onDuty(without('omar'), 'northwind-noc', monday)).toBeUndefined();
    expect(backupOf(without('grace'), 'northwind-noc', monday)).toBeUndefined();
    expect(peopleOfTeam(without('omar'), 'northwind-noc')).toEqual(['grace']);
  });

  it('knows whom a native status waits for, and which ends the work', () => {
    expect(waitedFor(story, 'jira', 'pending')).toBe('customer');
    expect(waitedFor(story, 'freshservice', '3')).toBe('customer');
    expect(waitedFor(story, 'freshservice', '2')).toBeUndefined();
    expect(isResolvedStatus(story, 'jira', 'Closed')).toBe(true);
    expect([isResolvedStatus(story, 'freshservice', '4'), isResolvedStatus(story, 'freshservice', '3')]).toEqual([
      true,
      false,
    ]);
  });

  it('translates native types, taking the rest as incidents', () => {
    expect(workTypeOf(story, 'jira', 'Service request')).toBe('request');
    expect(workTypeOf(story, 'freshservice', 'Service Request')).toBe('request');
    expect(workTypeOf(story, 'jira', 'Bug')).toBe('incident');
    expect(workTypeOf({ ...story, workTypes: {} }, 'jira', 'Bug')).toBeUndefined();
  });

  it.each([
    ['jira', 'P1', 1],
    ['jira', 'Highest', 1],
    ['jira', 'Low', 4],
    ['freshservice', '4', 1],
    ['freshservice', '1', 4],
  ] as const)('reads the %s priority %s as %i', (desk, native, priority) => {
    expect(priorityOf(story, desk, native)).toBe(priority);
  });
});

describe('Where a Freshservice ticket lies', () => {
  it.each([
    ['with its group', '9101', undefined, { party: 'msp', team: 'northwind-noc' }],
    [
      'with its group and agent',
      '9102',
      grace.freshservice,
      { party: 'msp', team: 'northwind-network', person: 'grace' },
    ],
    [
      'with an agent of the other party, whatever the group',
      '9001',
      grace.freshservice,
      { party: 'msp', team: 'northwind-noc', person: 'grace' },
    ],
    [
      'with its agent’s home where it has no group',
      undefined,
      carla.freshservice,
      { party: 'client', team: 'contoso-desk', person: 'carla' },
    ],
    ['with the intake where it has neither', undefined, undefined, { party: 'client', team: 'contoso-desk' }],
    ['with its group where the agent is unknown', '9002', '1', { party: 'client', team: 'contoso-infra' }],
    [
      'with its agent where the group is unknown',
      '1',
      ana.freshservice,
      { party: 'client', team: 'contoso-desk', person: 'ana' },
    ],
    ['nowhere in the agreement where both are unknown', '1', '1', undefined],
  ])('is %s', (_where, group, agent, placement) => {
    expect(placementOfGroup(story, group, agent)).toEqual(placement);
  });

  it('is with its new group where whoever held it was left on it', () => {
    const moved = placementOfGroup(story, '9101', ana.freshservice, 'ana');
    expect(moved).toEqual({ party: 'msp', team: 'northwind-noc' });
    expect(placementOfGroup(story, '9101', ana.freshservice, 'omar')).toMatchObject({ party: 'client', person: 'ana' });
  });
});

describe('Where a Jira work item lies', () => {
  const infra = { party: 'client', team: 'contoso-infra', person: 'bruno' } as const;

  it.each([
    ['with its assignee’s home team', ana.jira, undefined, { party: 'client', team: 'contoso-desk', person: 'ana' }],
    [
      'with the team it was with, if the assignee works there',
      carla.jira,
      infra,
      { party: 'client', team: 'contoso-infra', person: 'carla' },
    ],
    [
      'with the assignee’s party, once that is another one',
      grace.jira,
      infra,
      { party: 'msp', team: 'northwind-noc', person: 'grace' },
    ],
    ['with the same party and team after unassigning', undefined, infra, { party: 'client', team: 'contoso-infra' }],
    ['with the intake if it never had an assignee', undefined, undefined, { party: 'client', team: 'contoso-desk' }],
    ['nowhere in the agreement with an unknown assignee', 'x', infra, undefined],
  ])('is %s', (_where, account, before, placement) => {
    expect(placementOfAssignee(story, account, before)).toEqual(placement);
  });
});
