import type { AlertDesk, InboundJob } from './inboundDesk';
import { alertName, takeAlert } from './takeAlert';
import { takePage } from './takePage';

/** What is about the same is taken one after the other where a platform can do so: the name of that queue. */
export const turnOf = (job: InboundJob): string =>
  job.is === 'alert' ? `alert:${alertName(job.alert)}` : `page:${job.page.incident}`.slice(0, 100);

/** Takes what was let in. @throws LedgerError, DeskError: to be taken again */
export const takeInbound = (desk: AlertDesk, job: InboundJob): Promise<void> =>
  job.is === 'alert' ? takeAlert(desk, job) : takePage(desk, job);
