import { askableVendor } from '../escalation';
import type { Asked } from '../ticket';
import { personName, placeText, type Reader } from './reader';

/** Who is asked: 'Contoso Desk', 'Carla Reis', 'ACME Storage'. */
export function askedName(reader: Reader, of: Asked): string {
  if (of.party === 'vendor') return askableVendor(reader.directory, of.vendor)?.name ?? 'a vendor no longer listed';
  return of.team === undefined && of.person !== undefined ? personName(reader, of.person) : placeText(reader, of);
}
