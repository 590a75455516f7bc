import type { Directory, NamedTicket } from '@baton/shared';
import { readTicket } from './freshserviceDesk';
import { ifFound } from './platformErrors';
import { translateTicket } from './translateFreshservice';

/** As people write it: 1042, #1042, INC-1042. */
const NUMBER = /^(?:#|[A-Za-z]{1,6}-)?([1-9][0-9]{0,15})$/;

/** A ticket by its number, read with Baton's own key: who may ask was decided before. @throws DeskError */
export async function readNamed(name: string, directory: Directory): Promise<NamedTicket | undefined> {
  const [, number] = NUMBER.exec(name) ?? [];
  const ticket = number === undefined ? undefined : await ifFound(readTicket(number), 'reading a ticket');
  return ticket && { label: `#${ticket.id}`, facts: translateTicket(directory, ticket).facts };
}
