import { resolveBoundary } from '../boundary';
import { headerOf, type AgreementHeader } from '../header';
import { openTogether } from '../hoursTogether';
import { own } from '../own';
import { writtenDuration } from '../schema/basics';
import type { Agreement, Cell } from '../schema';
import { calendarsOfCell, cells, crossingsOf } from './legs';
import { places, rule, type Place, type Rule } from './rule';

/** A step that begins so late, and when the work is due. */
interface Late {
  readonly after: number;
  readonly due: number;
}

/** When each step of the ladder is asked, the receiver having had its time first. */
const ladderSteps = (header: AgreementHeader, cell: Cell, path: string): readonly Place<Late>[] =>
  crossingsOf(cell).map(crossing => {
    const { acknowledge, ladder } = resolveBoundary(header, cell, crossing);
    const due = cell.targets.resolve.within;
    const starts = ladder.map((_, step) =>
      ladder.slice(0, step).reduce((sum, rung) => sum + rung.acknowledge, acknowledge),
    );
    const after = starts.find(start => start >= due) ?? 0;
    return { path: `${path}.targets.acknowledge`, value: { after, due } };
  });

const climbs = ({ rungs, targets }: Cell, path: string): readonly Place<Late>[] =>
  places(`${path}.rungs`, rungs).flatMap(({ path: at, value: { when } }) =>
    'after' in when ? [{ path: `${at}.when.after`, value: { after: when.after, due: targets.resolve.within } }] : [],
  );

function* steps(agreement: Agreement): Generator<Place<Late>> {
  const header = headerOf(agreement);
  for (const { path, value } of cells(agreement)) {
    yield* [...ladderSteps(header, value, path), ...climbs(value, path)];
  }
}

interface Pair {
  readonly promised: string;
  readonly hours: string;
}

function* pairs(agreement: Agreement): Generator<Place<Pair>> {
  const header = headerOf(agreement);
  for (const { path, value: cell } of cells(agreement)) {
    for (const crossing of crossingsOf(cell)) {
      const { receiver, closedReceiver } = resolveBoundary(header, cell, crossing);
      const value = calendarsOfCell(agreement, cell, { crossing, receiver });
      if (closedReceiver !== 'on call') yield { path: `${path}.targets.resolve`, value };
    }
  }
}

/** Steps that come in time, and hours in which they can. */
export const reach: readonly Rule[] = [
  rule({
    code: 'rung-too-late',
    advice: true,
    at: steps,
    holds: ({ after, due }) => after < due,
    message: ({ after, due }) =>
      `calls its last people after ${writtenDuration(after)}, but the work is due after ${writtenDuration(due)}; call them sooner`,
  }),
  rule({
    code: 'never-open-together',
    advice: true,
    at: pairs,
    holds: ({ promised, hours }, { calendars }) => {
      const [one, other] = [own(calendars, promised), own(calendars, hours)];
      return one === undefined || other === undefined || openTogether(one, other);
    },
    message: ({ promised, hours }) =>
      `runs on “${promised}”, in which “${hours}” of its receiver is never open, so that it cannot be met; change one of the two`,
  }),
];
