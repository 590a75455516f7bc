import type { Placement } from '../agreement';
import { personName, placeText, teamName } from './reader';
import { shiftTells } from './shiftSentences';
import { holds, named, type Tell } from './told';

type People = 'BackupCalled' | 'HolderLeft' | 'IdentityDisputed';

/** Who was not there or not who they said, and who takes over from whom, told in a sentence each. */
export const peopleTells: typeof shiftTells & { readonly [T in People]: Tell<T> } = {
  ...shiftTells,
  BackupCalled: (scene, { data: { away, to } }) => {
    const why = away === undefined ? 'Nobody is on duty there' : `${named(scene, away)} is not there`;
    return `${why}, so ${placeText(scene, to as Placement)} has to answer.`;
  },
  HolderLeft: (scene, { data: { person, to } }) =>
    `${named(scene, person)} no longer works here, so nobody has it: ${teamName(scene, to as Placement)} does.`,
  IdentityDisputed: (scene, { data }) => {
    const actor = scene.directory.people[data.actor] ? personName(scene, data.actor) : 'somebody else';
    return `${scene.words.desk} says that ${actor}, not ${personName(scene, data.claimed)}, took it. ${holds(scene, data.custody as Placement)}`;
  },
};
