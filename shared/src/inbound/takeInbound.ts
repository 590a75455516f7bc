import type { AlertDesk, InboundJob } from './inboundDesk';
import { alertName, takeAlert } from './takeAlert';
import { takeCaseWord } from './takeCaseWord';
import { takePage } from './takePage';

/** What is about the same is taken one after the other where a platform can do so: the name of that queue. */
export function turnOf(job: InboundJob): string {
  if (job.is === 'alert') return `alert:${alertName(job.alert)}`;
  return (job.is === 'page' ? `page:${job.page.incident}` : `ticket:${job.word.about.ticket}`).slice(0, 100);
}

/** Takes what was let in. @throws LedgerError, DeskError: to be taken again */
export function takeInbound(desk: AlertDesk, job: InboundJob): Promise<void> {
  if (job.is === 'case') return takeCaseWord(desk, job);
  return job.is === 'alert' ? takeAlert(desk, job) : takePage(desk, job);
}
