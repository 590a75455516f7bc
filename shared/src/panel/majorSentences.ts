import type { Placement } from '../agreement';
import { named, told, type Tell } from './told';
import { placeText } from './reader';
import { joined } from './wording';

type Major = 'MajorDeclared' | 'CommandTaken' | 'MovedUnderCommand' | 'BridgeOpened' | 'MajorLeft' | 'MajorMitigated';

/** A major incident, told in a sentence or two each. */
export const majorTells: { readonly [T in Major]: Tell<T> } = {
  MajorDeclared: (scene, fact) => {
    const { how, commander } = fact.data;
    const declared = {
      press: told(scene, fact, 'declared a major incident.', 'A major incident was declared.'),
      desk: told(scene, fact, `declared a major incident in ${scene.words.desk}.`, 'A major incident was declared.'),
      'fast track': 'The agreement makes it a major incident.',
      linked: 'It goes with a major incident that it is linked to.',
    }[how];
    const person = commander?.person === undefined ? undefined : named(scene, commander.person);
    return joined([declared, person && `It counts as taken by ${person}, who commands it.`], ' ');
  },
  CommandTaken: (scene, { data }) => `${named(scene, data.to.person)} took command.`,
  MovedUnderCommand: (scene, { data }) =>
    `The ${scene.words.owner} went to ${placeText(scene, data.to as Placement)}, who help. Command did not move.`,
  BridgeOpened: (scene, fact) => told(scene, fact, 'opened a bridge.', 'A bridge was opened.'),
  MajorLeft: (scene, { data: { to } }) =>
    joined(
      ['It goes with the major incident no longer.', to && `It is back with ${placeText(scene, to as Placement)}.`],
      ' ',
    ),
  MajorMitigated: (scene, fact) =>
    joined(
      [
        told(scene, fact, 'said that it is mitigated.', 'It is mitigated.'),
        'What was done is owed in words within an hour.',
      ],
      ' ',
    ),
};
