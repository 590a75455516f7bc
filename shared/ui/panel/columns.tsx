import type { ReactNode } from 'react';
import type { PanelView } from '../../src/panel/view';
import type { Pressing } from './Actions';
import { Agreed } from './Agreed';
import { Asks } from './Asks';
import { Besides } from './Besides';
import { Chain } from './Chain';
import { Headline } from './Headline';
import { Judging } from './Judging';
import { Notice } from './Notice';
import { Task } from './Task';
import { Time } from './Time';
import { Timeline } from './Timeline';
import { Until } from './Until';

/** What every condition is drawn from. */
export interface ConditionProps extends Pressing {
  readonly view: PanelView;
  readonly since: number;
  readonly now: () => number;
  readonly returns: number;
}

/** Two columns where there is room, one below the other where there is not. */
export function TwoColumns({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }) {
  return (
    <div className="baton-columns">
      <div className="baton-column">{first}</div>
      <div className="baton-column">{second}</div>
    </div>
  );
}

type FirstProps = ConditionProps & { readonly tone?: 'offered' | 'no handoff' };

/** What comes first: who holds it until when, what to do now, what is asked, the time. */
export function First({ view, since, now, returns, onPress, busy, tone }: FirstProps) {
  return (
    <>
      <Headline view={view} since={since} now={now} returns={returns}>
        <Until view={view} since={since} now={now} />
      </Headline>
      <Besides view={view} />
      <Task task={view.task} onPress={onPress} busy={busy} {...(tone ? { tone } : {})} />
      <Asks asks={view.asks} onPress={onPress} busy={busy} />
      <Time view={view} />
      <Notice notice={view.notice} />
    </>
  );
}

/** What was: who had it, what happened, what the review should know. */
export function Past({ view, onPress, busy }: ConditionProps) {
  return (
    <>
      <Chain chain={view.chain} />
      <Agreed agreed={view.agreed} />
      <Timeline timeline={view.timeline} exports={view.exports} onPress={onPress} busy={busy} />
      <Judging judging={view.judging} onPress={onPress} busy={busy} />
    </>
  );
}
