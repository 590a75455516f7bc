import type { DeskName } from '../agreement';
import { wordsOf } from './wording';

/** The one question to both leads about tickets that one mover sent across within five minutes (rules §2). */
export const massQuestion = (desk: DeskName, moves: number): string =>
  `Baton: ${moves} ${wordsOf(desk).ticket}s were moved without a handoff by one person within five minutes, ` +
  'this one first. A reorganisation, or a mistake? Accept them as they are, or take them back.';
