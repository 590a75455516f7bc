import type { ExportedLedger, PanelAnswer } from '@baton/shared';
import type { WorkbenchDesk } from './desk';
import type { RunningWorkbench } from './runningWorkbench';

/** A ticket's ledger as the app gives it out to somebody of either party: all its parts, newest first. */
export async function exportedLedger(
  workbench: RunningWorkbench,
  name: WorkbenchDesk['name'],
  id: string,
): Promise<readonly ExportedLedger[]> {
  const desk = workbench.desks.find(each => each.name === name);
  const { defaultPerson } = workbench.services.cast;
  const parts: ExportedLedger[] = [];
  for (let page: number | undefined, isMore = true; isMore;) {
    const request = { type: 'ledger', viewer: { timeZone: 'UTC' }, ...(page === undefined ? {} : { page }) };
    const answer = (await desk?.ask(id, defaultPerson, request)) as PanelAnswer | undefined;
    if (!answer?.ok || !answer.ledger) break;
    parts.push(answer.ledger);
    page = answer.ledger.earlier;
    isMore = page !== undefined;
  }
  return parts;
}
