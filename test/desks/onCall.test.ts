import { storyText } from '../support/agreement';
import type { FreshserviceDesk } from '../../scripts/workbench/freshservice';
import { starts, type TestDesk } from './support/desks';

jest.setTimeout(60_000);

/** By the agreement Omar is on duty; the desk's schedule has Grace first, then Omar, and nobody after noon. */
const agreement = storyText({ 'teams.northwind-noc.roster.freshserviceSchedule': '8569' });

const onCallLine = async (on: TestDesk<FreshserviceDesk>): Promise<string> => {
  const answer = await on.desk.askList('grace', { viewer: { timeZone: 'UTC' }, type: 'health' }, 'health');
  const lines = (answer as { health: { lines: { name: string; text: string }[] } }).health.lines;
  return lines.find(({ name }) => name.startsWith('On call'))?.text ?? '';
};

it('on Freshservice whoever is on call by the desk’s own schedule is asked, and what it last said stays while it is silent', async () => {
  const on = await starts.freshservice({ agreement });
  const id = await on.open();
  await on.change(id, 'ana', { person: 'ana' });
  const receiver = async () => JSON.stringify(await on.ask(id, 'ana', { type: 'form' }));
  expect(await receiver()).toContain('Omar Said');
  expect(await onCallLine(on)).toBe('');
  await on.until('09:20');
  expect(await onCallLine(on)).toBe('Grace Kim, then Omar Said, since 09:10 today.');
  expect(await receiver()).toContain('Grace Kim');
  on.fate.befalls(/oncall/, { status: 503 });
  await on.until('10:40');
  expect(await onCallLine(on)).toMatch(
    /^Grace Kim, then Omar Said, since 09:10 today\. .*not said .* since 10:1\d today/,
  );
  on.fate.passes();
  await on.until('12:20');
  expect(await onCallLine(on)).toContain('names nobody: the roster of the agreement counts');
  await on.stop();
});
