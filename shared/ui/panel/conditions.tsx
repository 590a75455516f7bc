import type { ComponentType } from 'react';
import type { ConditionName } from '../../src/panel/view';
import { Asks } from './Asks';
import { Besides } from './Besides';
import { First, Past, TwoColumns, type ConditionProps } from './columns';
import { Headline } from './Headline';
import { Notice } from './Notice';
import { Packet } from './Packet';
import { Task } from './Task';
import { Time } from './Time';
import { Until } from './Until';

/** No agreement governs the ticket: one quiet line, nothing to press. */
export function NotGoverned({ view, since, now, returns }: ConditionProps) {
  return (
    <div className="baton-quiet">
      <Headline view={view} since={since} now={now} returns={returns} />
      <p className="baton-strong">{view.task.title}</p>
      {view.task.detail && <p className="baton-muted">{view.task.detail}</p>}
      <Notice notice={view.notice} />
    </div>
  );
}

/** You or your team hold it: the task first, then the time, then what you were given. */
export function Held(props: ConditionProps) {
  const { view } = props;
  return (
    <TwoColumns
      first={<First {...props} />}
      second={
        <>
          <Packet packet={view.packet} />
          <Past {...props} />
        </>
      }
    />
  );
}

/** Somebody else holds it, or nobody of the team has claimed it: as when held, the time used before what was handed over. */
export const HeldElsewhere = Held;

/** The clock stands still for somebody: as when held, with whom it waits for above the deadline. */
export const Paused = Held;

/** It is offered to you: next required action and deadline come before the customer's clock. */
export function OfferedToYou(props: ConditionProps) {
  const { view, since, now } = props;
  return (
    <TwoColumns
      first={
        <>
          <Headline view={view} since={since} now={now} returns={props.returns} />
          <Besides view={view} />
          <Task task={view.task} tone="offered" onPress={props.onPress} busy={props.busy} />
          <Packet packet={view.packet} />
          <Asks asks={view.asks} onPress={props.onPress} busy={props.busy} />
        </>
      }
      second={
        <>
          <Until view={view} since={since} now={now} />
          <Time view={view} />
          <Past {...props} />
        </>
      }
    />
  );
}

/** It is offered to your party and you say whose it is: as when it is offered to you. */
export const ToTriage = OfferedToYou;

/** It is offered to somebody, by you or not: who owes the answer, and what they are reading. */
export function OfferedAway(props: ConditionProps) {
  const { view } = props;
  return (
    <TwoColumns
      first={<First {...props} tone="offered" />}
      second={
        <>
          <Packet packet={view.packet} />
          <Past {...props} />
        </>
      }
    />
  );
}

/** Refused twice: somebody has to decide. */
export function Stalemate(props: ConditionProps) {
  return <TwoColumns first={<First {...props} tone="offered" />} second={<Past {...props} />} />;
}

/** A major incident: one person leads, everything else can wait. */
export const Commanded = Held;

/** The desk says one thing, custody another: mend it. */
export function MovedWithoutHandoff(props: ConditionProps) {
  return <TwoColumns first={<First {...props} tone="no handoff" />} second={<Past {...props} />} />;
}

/** You owe an answer: it comes before everything else. */
export const AskedOfYou = OfferedAway;

/** Resolved, and whoever opened it may still say that it is not fixed. */
export function AwaitingConfirmation(props: ConditionProps) {
  return <TwoColumns first={<First {...props} />} second={<Past {...props} />} />;
}

/** Over: how it went. */
export const Finished = AwaitingConfirmation;

/** Deleted, spam or merged: nothing to do here. */
export const Gone = AwaitingConfirmation;

/** Which component draws a condition. */
export const conditions: Readonly<Record<ConditionName, ComponentType<ConditionProps>>> = {
  'not governed': NotGoverned,
  'held by you': Held,
  'held by your team': Held,
  'held by others': HeldElsewhere,
  unclaimed: HeldElsewhere,
  paused: Paused,
  'offered to you': OfferedToYou,
  'to triage': ToTriage,
  'offered by you': OfferedAway,
  offered: OfferedAway,
  stalemate: Stalemate,
  'major incident': Commanded,
  gone: Gone,
  asked: AskedOfYou,
  'moved without a handoff': MovedWithoutHandoff,
  'awaiting confirmation': AwaitingConfirmation,
  finished: Finished,
};
