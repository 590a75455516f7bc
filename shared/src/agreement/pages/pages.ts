import type { Agreement } from '../schema';
import { glossaryPage, raciPage } from './accountability';
import { controlMapPage } from './controlMap';
import { handoverNotesPage } from './handoverNotes';
import { howEscalationWorksPage } from './howEscalationWorks';
import type { GeneratedPage } from './page';
import { runbookPage } from './runbook';

/** Every page that can be generated from an agreement: a stable name, and for whom it is. */
export const agreementPages: readonly {
  readonly id: string;
  readonly name: string;
  readonly page: (agreement: Agreement) => GeneratedPage;
}[] = [
  { id: 'how-escalation-works', name: 'How escalation works, for your people', page: howEscalationWorksPage },
  { id: 'runbook', name: 'Runbook, for agents', page: runbookPage },
  { id: 'handover-notes', name: 'Handover notes, for the next shift', page: handoverNotesPage },
  { id: 'who-does-what', name: 'Who does what (RACI)', page: raciPage },
  { id: 'words', name: 'Words', page: glossaryPage },
  { id: 'control-map', name: 'Control map, for auditors', page: controlMapPage },
];
