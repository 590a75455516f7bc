import { changesBetween, type FormerHours, type ServiceTarget, type Terms } from '../agreement';
import type { CalendarSpec } from '../time';

/** A promise and the hours it is counted on. */
interface Counted {
  readonly target: ServiceTarget;
  readonly hours: CalendarSpec | undefined;
}

const countedIn = (terms: Terms, name: 'respond' | 'resolve'): Counted | undefined => {
  const target = terms[name];
  return target && { target, hours: terms.calendars[target.calendar] };
};

/** The hours by which time was spent until an instant, where the next ones are others. */
function formerHours({ target, hours }: Counted, next: Counted, until: number): FormerHours | undefined {
  const { before } = target;
  if (hours === undefined || changesBetween(hours, next.hours).length === 0) return before;
  return { until, hours, ...(before ? { before } : {}) };
}

function kept(former: Terms, next: Terms, name: 'respond' | 'resolve', at: number): Partial<Terms> {
  const [was, is] = [countedIn(former, name), countedIn(next, name)];
  const before = was && is && formerHours(was, is, at);
  return before ? { [name]: { ...is.target, before } } : {};
}

/**
 * Other promises from an instant on (epoch ms): where another version of the agreement has other hours, they count from
 * then, so that what was spent before stays spent to the millisecond.
 */
export function withSpentTime(former: Terms, next: Terms, at: number): Terms {
  const isOther = former.version !== next.version || former.resolve.before !== undefined;
  return isOther ? { ...next, ...kept(former, next, 'respond', at), ...kept(former, next, 'resolve', at) } : next;
}
