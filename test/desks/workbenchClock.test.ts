import { workbenchClock } from '../../scripts/workbench/clock';

const START = Date.UTC(2026, 2, 2, 9);
const minutes = (count: number): number => START + count * 60_000;

const stoppedClock = () => {
  const clock = workbenchClock({ offset: 0 }, () => START);
  clock.pause();
  return clock;
};

test('a jump passes through every alarm on the way, in the order of their instants', async () => {
  const clock = stoppedClock();
  const rung: [string, number][] = [];
  const note = (label: string) => async () => void rung.push([label, clock.now()]);
  clock.alarm(minutes(20), 'late', note('late'));
  clock.alarm(minutes(10), 'early', async () => {
    await note('early')();
    clock.alarm(minutes(15), 'set by early', note('set by early'));
  });
  clock.alarm(minutes(40), 'beyond', note('beyond'));
  clock.alarm(minutes(12), 'taken back', note('taken back'))();
  await clock.jump(minutes(30));
  expect(rung).toEqual([
    ['early', minutes(10)],
    ['set by early', minutes(15)],
    ['late', minutes(20)],
  ]);
  expect([clock.now(), clock.next()]).toEqual([minutes(30), { at: minutes(40), label: 'beyond' }]);
});

test('an alarm that would wait for the clock is told so instead of waiting for ever', async () => {
  const clock = stoppedClock();
  clock.alarm(minutes(5), 'sweep', () => clock.ring());
  await expect(clock.jump(minutes(10))).rejects.toThrow('"sweep" cannot wait for the clock');
  await clock.jump(minutes(10));
  expect(clock.now()).toBe(minutes(10));
});

test('who stopped listening hears no more changes', async () => {
  const clock = stoppedClock();
  let heard = 0;
  const stopListening = clock.onChange(() => (heard += 1));
  await clock.jump(minutes(1));
  stopListening();
  clock.run();
  expect(heard).toBe(1);
});
