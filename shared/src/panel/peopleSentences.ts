import type { Placement } from '../agreement';
import { placeText, teamName } from './reader';
import { shiftTells } from './shiftSentences';
import { named, type Tell } from './told';

type People = 'BackupCalled' | 'HolderLeft';

/** Who was not there, and who takes over from whom, told in a sentence each. */
export const peopleTells: typeof shiftTells & { readonly [T in People]: Tell<T> } = {
  ...shiftTells,
  BackupCalled: (scene, { data: { away, to } }) => {
    const why = away === undefined ? 'Nobody is on duty there' : `${named(scene, away)} is not there`;
    return `${why}, so ${placeText(scene, to as Placement)} has to answer.`;
  },
  HolderLeft: (scene, { data: { person, to } }) =>
    `${named(scene, person)} no longer works here, so nobody has it: ${teamName(scene, to as Placement)} does.`,
};
