import { storyText } from '../support/agreement';
import type { FreshserviceDesk } from '../../scripts/workbench/freshservice';
import { starts, type TestDesk } from './support/desks';

jest.setTimeout(60_000);

/** By the agreement Omar is on duty; the desk's schedule has Grace first, then Omar, and nobody on Sundays. */
const agreement = storyText({ 'teams.northwind-noc.roster.freshserviceSchedule': '8569' });

const onCallLine = async (on: TestDesk<FreshserviceDesk>): Promise<string> => {
  const answer = await on.desk.askList('grace', { viewer: { timeZone: 'UTC' }, type: 'health' }, 'health');
  const lines = (answer as { health: { lines: { name: string; text: string }[] } }).health.lines;
  return lines.find(({ name }) => name.startsWith('On call'))?.text ?? '';
};

it('on Freshservice whoever is on call by the desk’s own schedule is asked, and what it last said stays while it is silent', async () => {
  const on = await starts.freshservice({ agreement });
  const [early, late] = [await on.open(), await on.open()];
  await on.change(early, 'ana', { person: 'ana' });
  await on.offer(early, 'ana');
  expect(on.facts(early)).toContainEqual(expect.objectContaining({ type: 'HandoffOffered' }));
  expect(await onCallLine(on)).toBe('');
  await on.until('09:20');
  expect(await onCallLine(on)).toBe('Grace Kim, then Omar Said, since 09:10 today.');
  await on.change(late, 'ana', { person: 'ana' });
  await on.offer(late, 'ana');
  const offeredTo = (id: string) =>
    on.facts(id).flatMap(fact => (fact.type === 'HandoffOffered' ? [fact.data.to.person] : []));
  expect([offeredTo(early), offeredTo(late)]).toEqual([['omar'], ['grace']]);
  on.fate.befalls(/oncall/, { status: 503 });
  await on.until('10:40');
  expect(await onCallLine(on)).toMatch(
    /^Grace Kim, then Omar Said, since 09:10 today\. .*not said .* since 10:1\d today/,
  );
  on.fate.passes();
  await on.until('2026-03-08 09:00');
  expect(await onCallLine(on)).toContain('names nobody: the roster of the agreement counts');
  await on.stop();
});
