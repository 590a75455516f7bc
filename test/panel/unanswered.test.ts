import { unanswered } from '../../shared/src/panel/unanswered';
import { instant } from '../support/story';

const by = (who: 'agent' | 'customer', time: string) => ({ by: who, at: instant(`2026-03-02 ${time}`) });

it('the last public message to the customer asks, as long as they have not written since', () => {
  expect(unanswered([by('customer', '09:00'), by('agent', '09:30'), by('agent', '09:40')])).toBe(
    instant('2026-03-02 09:40'),
  );
});

it('what the customer wrote last asks nothing of them', () => {
  expect(unanswered([by('agent', '09:30'), by('customer', '09:40')])).toBeUndefined();
  expect(unanswered([by('customer', '09:40'), by('agent', '09:40')])).toBeUndefined();
  expect(unanswered([])).toBeUndefined();
});
