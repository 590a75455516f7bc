import { refusedAnswer } from '../../shared/src/panel';
import { heldByAna, seenBy } from './told';

const refusal = {
  code: 'deadline-too-late',
  sentence: 'That is not before the ticket is due.',
  remedy: 'Choose a time before this ticket is due.',
  fields: { deadline: 'The ticket is due before that.' },
} as const;

describe('a refusal on the screen', () => {
  it('speaks the desk’s words, in every field', () => {
    expect(refusedAnswer(refusal, 'jira')).toEqual({
      ok: false,
      code: 'deadline-too-late',
      sentence: 'That is not before the work item is due.',
      remedy: 'Choose a time before this work item is due.',
      fields: { deadline: 'The work item is due before that.' },
    });
    expect(refusedAnswer(refusal, 'freshservice')).toMatchObject(refusal);
  });

  it('brings the panel as it is now', () => {
    const view = seenBy('ana', '09:10', heldByAna);
    expect(refusedAnswer({ code: 'no-offer', sentence: 'None.', remedy: 'Reload.' }, 'jira', view)).toEqual({
      ok: false,
      code: 'no-offer',
      sentence: 'None.',
      remedy: 'Reload.',
      view,
    });
  });
});
