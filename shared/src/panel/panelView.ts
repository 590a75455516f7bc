import type { Directory } from '../agreement';
import { overrideAt, type Fact, type State } from '../escalation';
import { MINUTE } from '../time';
import { agreed } from './agreed';
import { asksView } from './askView';
import { barView } from './barView';
import { chainOf } from './chain';
import { conditionOf, isToFollow } from './condition';
import { shortClock } from './clockText';
import { deadlineView } from './deadlineView';
import { delayed } from './delayed';
import { headlineOf } from './headline';
import { judging } from './judging';
import { lapsing } from './lapsing';
import { lozengesOf } from './lozenges';
import { awayNotice } from './goneView';
import { bridgeView } from './majorView';
import { nativeClaim } from './nativeClaim';
import { nobodyOnDuty } from './nobodyOnDuty';
import { packetLines } from './packetLines';
import { mayAct, partyName, placeText, readerOf, timeText, type Reader, type PanelViewer } from './reader';
import { sceneOf, waitedName, type Scene } from './scene';
import { betweenShifts } from './shiftSentences';
import { taskOf } from './task';
import { timelineOf } from './timeline';
import type { PanelView } from './view';
import { joined, sentence } from './wording';

/** What a panel is made from; nothing else is read. */
export interface PanelInput {
  readonly state: State;
  /** The ledger's facts, oldest first, possibly only the recent part of them. */
  readonly facts: readonly Fact[];
  /** Clear texts by hash; null or absent where one was removed or cannot be read. */
  readonly texts: Readonly<Record<string, string | null>>;
  readonly directory: Directory;
  readonly viewer: PanelViewer;
  /** Epoch ms. */
  readonly now: number;
  /** How long in ms the desk may take to confirm a claim before the panel says that it has not; ten minutes. */
  readonly confirmGrace?: number;
}

const GRACE = 10 * MINUTE;

function notGoverned({ words }: Reader): PanelView {
  return {
    condition: 'not governed',
    lozenges: [],
    headline: 'Not governed',
    detail: `No agreement governs this ${words.ticket}, so Baton counts nothing here.`,
    task: {
      title: 'Work as usual',
      detail: `If both parties share this kind of ${words.ticket}, ask a service lead to add a cell for it.`,
      actions: [],
    },
    packet: [],
    chain: [],
    timeline: [],
  };
}

function confirming({ state, now, confirmGrace }: Scene): string | undefined {
  if (!state.confirming) return undefined;
  return now - state.confirming.since <= confirmGrace
    ? 'Accepted as claimed, the desk has not confirmed it yet'
    : 'Claimed, not confirmed by the desk';
}

/** A ruling moved custody and the desk's fields still lie where they were. */
function following(scene: Scene): string | undefined {
  const { state, words } = scene;
  if (state.status === 'resolved' || state.status === 'gone' || !isToFollow(scene)) return undefined;
  return `the ${words.owner} still points to ${placeText(scene, state.native)}`;
}

/** The desk's status waits for somebody without pausing a clock (rules §5.6): said, since it looks as if it did. */
function uncounted(scene: Scene): string | undefined {
  const { uncounted: whom } = scene.state;
  if (whom === 'customer') return 'waiting for the customer does not pause the clock until the holder says so';
  return whom && `waiting for ${waitedName(scene, whom)} does not pause the clock here`;
}

/** It may be moved without a handoff, for a while. */
function overriding(scene: Scene): string | undefined {
  const { state, now } = scene;
  const override = state.status === 'resolved' ? undefined : overrideAt(state, 'transfer', now);
  return override && `it may be moved without a handoff until ${timeText(scene, override.until)}`;
}

const readOnly = (scene: Scene): string | undefined =>
  mayAct(scene)
    ? undefined
    : `read-only: agents of ${partyName(scene, 'msp')} and ${partyName(scene, 'client')} act here`;

/** What is true besides, without what is not. */
const besides = (told: { readonly confirming: string | undefined; readonly nobodyOnDuty: string | undefined }) =>
  Object.fromEntries(Object.entries(told).filter(([, says]) => says !== undefined));

const asksIn = (scene: Scene, condition: PanelView['condition']): Pick<PanelView, 'asks'> => {
  const asks = asksView(scene, condition === 'asked');
  return asks ? { asks } : {};
};

/** Whoever may read the ledger may take it along. */
const exporting = (scene: Scene): Pick<PanelView, 'exports'> =>
  mayAct(scene) ? { exports: { act: 'export', label: 'Export', emphasis: 'subtle' } } : {};

function governed(scene: Scene): PanelView {
  const condition = conditionOf(scene) as Exclude<PanelView['condition'], 'not governed'>;
  const said = [following, awayNotice, uncounted, lapsing, betweenShifts, overriding, readOnly];
  const notice = joined(said.map(say => say(scene)));
  return {
    condition,
    lozenges: lozengesOf(scene, condition),
    ...headlineOf(scene, condition),
    task: taskOf(scene, condition),
    deadline: deadlineView(scene),
    bar: barView(scene),
    packet: packetLines(scene),
    chain: chainOf(scene),
    timeline: timelineOf(scene),
    asOf: shortClock(scene.now, scene.zone, scene.now),
    ...agreed(scene),
    ...exporting(scene),
    ...besides({ confirming: confirming(scene), nobodyOnDuty: nobodyOnDuty(scene) }),
    ...(notice === '' ? {} : { notice: sentence(notice) }),
    ...delayed(scene),
    ...nativeClaim(scene),
    ...judging(scene),
    ...bridgeView(scene),
    ...asksIn(scene, condition),
  };
}

/**
 * A whole panel in finished words: who holds it, until when, what this viewer has to do now, and how it came about.
 * Pure; the same input always reads the same.
 */
export function panelView({ state, directory, viewer, now, confirmGrace = GRACE, ...known }: PanelInput): PanelView {
  const reader = readerOf(directory, viewer, now);
  return state.status === 'unopened'
    ? notGoverned(reader)
    : governed(sceneOf(reader, { ...known, state, confirmGrace }));
}
