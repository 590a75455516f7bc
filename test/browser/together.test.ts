import { desks, houseForAll, onlyOn } from '../support/runningWorkbench';

const house = houseForAll();

const NEXT = 'Replace the controller on floor 3';

const count = (story: readonly string[], type: string): number => story.filter(one => one === type).length;

describe.each(desks)('two people at one ticket on %s', desk => {
  it('both accept at once: one of them has it, and both see who', async () => {
    const id = await house().offered(desk, NEXT);
    const [omar, grace] = await Promise.all([house().open(desk, id, 'omar'), house().open(desk, id, 'grace')]);
    await Promise.all([omar.canPress('Accept'), grace.canPress('Accept')]);
    await Promise.all([omar.button('Accept').dispatchEvent('click'), grace.button('Accept').dispatchEvent('click')]);

    // Whoever was second is told so, or that it is busy, and one more press settles it.
    await Promise.all([omar, grace].map(page => page.settles(/^(You hold|Your team holds) this/)));
    expect(count(await house().story(desk, id), 'HandoffAccepted')).toBe(1);
    const { custodian } = await house().ticket(desk, id);
    expect(['omar', 'grace']).toContain(custodian.person);
    const name = house().person(custodian.person!).name;
    for (const page of [omar, grace]) {
      await page.page.reload();
      await page.reads(name);
    }
    expect(await omar.owner()).toContain(name);
  });

  onlyOn(desk, 'jira')(
    'one offers while the other still writes: the second is told, and keeps every word',
    async () => {
      const id = await house().claimed(desk);
      const [ana, carla] = await Promise.all([house().open(desk, id, 'ana'), house().open(desk, id, 'carla')]);
      for (const page of [ana, carla]) {
        await page.press('Hand off');
        await page.write('Next required action', `Replace the controller, says ${page === ana ? 'Ana' : 'Carla'}`);
        await page.write('Current diagnosis', 'It answers no ping');
        await page.write('Actions taken', 'Power-cycled it');
        await page.write('Evidence', 'none because it logs nothing');
      }
      await ana.press('Offer handoff');
      await ana.heads('still hold');
      await carla.press('Offer handoff');
      await carla.panel.getByRole('alert').first().waitFor();
      expect(await carla.field('Next required action').inputValue()).toBe('Replace the controller, says Carla');
      expect(await carla.words()).toContain('This has changed since you started');
      expect(count(await house().story(desk, id), 'HandoffOffered')).toBe(1);
    },
  );
});

describe.each(desks)('a browser that says what is not so, on %s', desk => {
  onlyOn(desk, 'freshservice')('accepts nothing for another party', async () => {
    const id = await house().offered(desk, NEXT);
    const before = await house().story(desk, id);
    const ana = await house().open(desk, id, 'ana');
    const answer = await ana.ask({ type: 'accept', actId: 'own-offer-1' }, house().person('ana'));
    expect(answer).toMatchObject({ ok: false });
    expect(await house().story(desk, id)).toEqual(before);
  });

  onlyOn(desk, 'jira')('does nothing for somebody who is in no team', async () => {
    const id = await house().offered(desk, NEXT);
    const before = await house().story(desk, id);
    const omar = await house().open(desk, id, 'omar');
    const nobody = { ...house().person('omar'), freshserviceAgentId: 4711 };
    const dana = await house().open(desk, id, 'dana');
    const page = desk === 'jira' ? dana : omar;
    expect(await page.ask({ type: 'accept', actId: 'a-stranger-1' }, nobody)).toMatchObject({ ok: false });
    expect(await house().story(desk, id)).toEqual(before);
  });
});

it('cannot act under a colleague’s name on Jira: the name it sends counts for nothing', async () => {
  const id = await house().offered('jira', NEXT);
  const ana = await house().open('jira', id, 'ana');
  const before = await house().story('jira', id);
  const answer = await ana.ask({ type: 'accept', actId: 'as-omar-1' }, house().person('omar'));
  expect(answer).toMatchObject({ ok: false });
  expect(await house().story('jira', id)).toEqual(before);
});

it('is found out on Freshservice when it acts under a colleague’s name: the giver keeps the ticket', async () => {
  const id = await house().offered('freshservice', NEXT);
  const grace = await house().open('freshservice', id, 'grace');
  await grace.takeNatively('Omar Said', 'Northwind NOC');
  await house().workbench.settle();
  await grace.ask({ type: 'accept', actId: 'as-omar-2' }, house().person('omar'));
  const facts = await house().facts('freshservice', id);
  expect(facts.find(({ type }) => type === 'MoveFollowedOffer')).toMatchObject({ by: { person: 'grace' } });
  expect(facts.find(({ type }) => type === 'HandoffAccepted')).toMatchObject({
    assurance: 'claimed',
    by: { person: 'omar' },
  });
  expect(facts.find(({ type }) => type === 'IdentityDisputed')).toMatchObject({ data: { actor: 'grace' } });
  const ana = await house().open('freshservice', id, 'ana');
  await ana.heads('You hold this');
  await ana.openTimeline();
  await ana.reads('Freshservice says that Grace Kim, not Omar Said, took it.');
});

it('is believed on Freshservice, as claimed, where the ticket was given to the colleague before', async () => {
  const id = await house().offered('freshservice', NEXT);
  const grace = await house().open('freshservice', id, 'grace');
  await grace.takeNatively('Omar Said', 'Northwind NOC');
  await house().wait(2);
  await grace.ask({ type: 'accept', actId: 'as-omar-3' }, house().person('omar'));
  const facts = await house().facts('freshservice', id);
  expect(facts.at(-1)).toMatchObject({ type: 'HandoffAccepted', assurance: 'claimed', by: { person: 'omar' } });
  const omar = await house().open('freshservice', id, 'omar');
  await omar.reads('Accepted as claimed, the desk has not confirmed it yet');
  await house().wait(11);
  await omar.page.reload();
  await omar.reads('Claimed, not confirmed by the desk');
});
