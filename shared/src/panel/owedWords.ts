import { obligations, type Obligation, type ObligationKind } from '../escalation';
import { bothZones, timeText } from './reader';
import type { Scene } from './scene';
import { durationText, joined } from './wording';

/** What somebody has to do, and by when. */
export interface Words {
  readonly title: string;
  readonly detail?: string;
}

/** The most pressing obligation of a kind. */
export const owed = ({ state, now }: Scene, kind: ObligationKind): Obligation | undefined =>
  obligations(state, now).find(obligation => obligation.kind === kind);

const late = (obligation: Obligation): string | undefined =>
  obligation.remaining < 0 ? `${durationText(-obligation.remaining)} late` : undefined;

/** 'by 11:20 today', with how late it is: for what concerns one party alone. */
export const byHere = (scene: Scene, obligation: Obligation): string =>
  joined([`by ${timeText(scene, obligation.dueAt)}`, late(obligation)]);

/** 'by 11:20 today · 10:20 in Lisbon', with how late it is. */
export const byWhen = (scene: Scene, obligation: Obligation): string =>
  joined([`by ${bothZones(scene, obligation.dueAt)}`, late(obligation)]);
