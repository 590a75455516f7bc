import { isMember } from '../agreement';
import { askableVendor, mayAnswerAsk, openAsks, type Ask } from '../escalation';
import type { Asked } from '../ticket';
import { personName, placeText, type Reader } from './reader';
import type { Scene } from './scene';

/** Who is asked: 'Contoso Desk', 'Carla Reis', 'ACME Storage'. */
export function askedName(reader: Reader, of: Asked): string {
  if (of.party === 'vendor') return askableVendor(reader.directory, of.vendor)?.name ?? 'a vendor no longer listed';
  return of.team === undefined && of.person !== undefined ? personName(reader, of.person) : placeText(reader, of);
}

/** Whether it is this viewer who owes the answer: they are named, in the team, or of the party that was asked. */
function isOwedBy({ directory, person = '' }: Scene, { of }: Ask): boolean {
  if (of.party === 'vendor' || !mayAnswerAsk(directory, of, person)) return false;
  if (of.team === undefined) return of.person === undefined || of.person === person;
  return of.person === person || isMember(directory, person, of.team);
}

/** What this viewer owes an answer to, soonest first. */
export const owedAsks = (scene: Scene): readonly Ask[] =>
  openAsks(scene.state)
    .filter(ask => isOwedBy(scene, ask))
    .sort((one, other) => one.answerBy - other.answerBy);
