import type { FactOf } from './events';

/** A message that no channel has taken yet. */
export interface Waiting extends Readonly<FactOf<'NoticeOwed'>['data']> {
  /** The number of the fact that owes it. */
  readonly notice: number;
  /** Epoch ms from which a sweep may send it; whoever wrote the fact does so before. */
  readonly at: number;
  /** Since when it waits, epoch ms. */
  readonly since: number;
  /** Which of its channels is next. */
  readonly next: number;
  /** Until when one of its channels asked to be left alone, epoch ms. */
  readonly leftAloneUntil?: number;
  /** How often all of them were tried, or what is ahead of it was. */
  readonly rounds: number;
  /** Nobody tries it any more unless somebody asks for that. */
  readonly isGivenUp?: true;
}
