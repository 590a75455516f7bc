import { storyCast } from '../../scripts/workbench/cast';
import { storyText } from '../support/agreement';
import { starts } from './support/desks';

jest.setTimeout(60_000);

/** Priority 2 incidents that somebody took and nobody works on are theirs for an hour. */
const agreement = storyText({ 'matrix.1.targets.lease': '1h' });

describe.each(['freshservice', 'jira'] as const)('on %s a ticket that its holder does not work on', name => {
  it('is the team’s again after an hour, in the desk’s fields too, and somebody takes it there', async () => {
    const on = await starts[name]({ agreement });
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
    await on.until('09:40');
    await on.say(id, 'ana', 'Looked at the disks.');
    await on.until('10:30');
    expect(on.standing(id)).toBe('held client/contoso-desk/ana');
    await on.until('11:00');
    expect(on.standing(id)).toBe('held client/contoso-desk/-');
    expect(on.desk.tickets().find(ticket => ticket.id === id)).not.toHaveProperty('person');
    await on.change(id, 'ana', { person: 'ana' });
    const custody = on.types(id).filter(type => !/^(Warning|Breach)/.test(type));
    expect(custody.slice(-3)).toEqual(['LeaseLapsed', 'MoveUndone', 'Claimed']);
    await on.stop();
  });
});

describe.each(['freshservice', 'jira'] as const)('on %s a ticket whose holder’s account was deactivated', name => {
  it('is unclaimed within the hour, in the desk’s fields too, and the lead is told once', async () => {
    const cast = structuredClone(storyCast);
    const on = await starts[name]({ cast });
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
    cast.people.find(person => person.id === 'ana')!.hasLeft = true;
    await on.until('10:25');
    expect(on.standing(id)).toBe('held client/contoso-desk/-');
    expect(on.desk.tickets().find(ticket => ticket.id === id)).not.toHaveProperty('person');
    await on.until('12:00');
    expect(on.facts(id).filter(({ type }) => type === 'HolderLeft')).toMatchObject([
      { data: { person: 'ana', tell: ['carla'] } },
    ]);
    await on.stop();
  });
});
