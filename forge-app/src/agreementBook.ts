import { noVersions, versionsOf, type AgreementDocument, type VersionBook, type VersionFact } from '@baton/shared';
import { readAgreementText } from './agreementStore';

/** The text that was saved before versions were kept is the first of them, and in force. */
const adopted = (): VersionFact => ({
  type: 'Adopted',
  at: 0,
  by: { person: 'baton' },
  reason: 'Saved before versions were kept',
  version: 1,
  content: 'saved',
});

/** The versions of this site's agreement. */
export const agreementBook: VersionBook = {
  load: async () => ((await readAgreementText()) === undefined ? noVersions : versionsOf([adopted()])),
  text: async () => JSON.parse((await readAgreementText()) ?? '{}') as AgreementDocument,
  facts: async () => [{ revision: 1, fact: adopted() }],
};
