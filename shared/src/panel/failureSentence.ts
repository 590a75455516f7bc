import type { AgreementError, DeskError, DeskErrorCode, LedgerError } from '../failures';

const deskSentences: Readonly<Record<DeskErrorCode, { sentence: string; remedy: string }>> = {
  'not-allowed': {
    sentence: 'The desk does not let you do this.',
    remedy: 'Ask for access to it, or ask the holder to act.',
  },
  'not-found': { sentence: 'The desk does not have it any more.', remedy: 'Reload the page.' },
  conflict: { sentence: 'Somebody else was faster.', remedy: 'Look at what is there now and try again.' },
  busy: { sentence: 'Busy just now.', remedy: 'Try again in a minute; nothing you wrote is lost.' },
  unreachable: {
    sentence: 'The desk cannot be reached just now.',
    remedy: 'Try again in a minute; nothing you wrote is lost.',
  },
  refused: { sentence: 'The desk refused the change.', remedy: 'Fill in what the desk requires, then try again.' },
  unexpected: { sentence: 'Something went wrong.', remedy: 'Try again; if it stays, tell your admin.' },
};

/** One sentence and a remedy for a failure; raw errors of a platform are never shown. */
export function failureSentence(error: DeskError | LedgerError | AgreementError | undefined): {
  code: string;
  sentence: string;
  remedy: string;
} {
  if (error?.name === 'LedgerError') {
    return { code: error.code, sentence: error.message, remedy: 'Work on; tell your admin to verify the ledger.' };
  }
  if (error?.name === 'AgreementError') {
    return {
      code: 'no-agreement',
      sentence: 'Baton has no agreement that can be used yet.',
      remedy: 'Ask your admin to look at the agreement in the settings of Baton.',
    };
  }
  const code = error?.name === 'DeskError' ? error.code : 'unexpected';
  return { code, ...deskSentences[code] };
}
