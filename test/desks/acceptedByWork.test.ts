import { starts } from './support/desks';

jest.setTimeout(60_000);

describe.each(['freshservice', 'jira'] as const)('a receiver who just works on an offered ticket on %s', name => {
  it('is asked in the panel, and has it after a quarter of an hour, in the desk’s fields too', async () => {
    const on = await starts[name]();
    const id = await on.open();
    await on.change(id, 'ana', { person: 'ana' });
    await on.until('09:10');
    await on.offer(id, 'ana');
    await on.until('09:12');
    await on.say(id, 'omar', 'We have seen it and will write again at noon.', true);
    const asked = await on.ask(id, 'omar', { type: 'view' });
    expect(asked).toMatchObject({ view: { task: { title: 'Accept?' } } });
    expect(on.standing(id)).toBe('offered client/contoso-desk/ana');
    await on.until('09:45');
    expect(on.standing(id)).toBe('held msp/northwind-noc/omar');
    expect(on.desk.tickets().find(ticket => ticket.id === id)).toMatchObject({ person: 'omar' });
    await on.stop();
  });
});
