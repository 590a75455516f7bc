import type { Agreed } from './agreed';
import type { Mapping } from './mapping';

const FROM_HISTORY = [
  'Acceptance is unknown from history: whoever is first named after a move, at a later event, is taken to have accepted then.',
  'Who moved a ticket is unknown: the time until somebody takes it is answered for by the party that had it.',
  'Replies, updates, packets, asks and work between two events are unknown, so nothing is owed of them here.',
  'Every waiting status is taken for waiting on the customer, and for a pause that was asked for.',
  'The agreement only watches: nothing is returned, since history went on as it did.',
];

/** What a replay takes for granted, in sentences for its reader. */
export function assumptions(mapping: Mapping, agreed: Agreed | undefined): readonly string[] {
  if (!agreed)
    return [
      'No agreement was given and the mapping does not say whose the teams are (parties), so that nothing is said of boundaries, warnings and breaches.',
    ];
  const starter = agreed.isStarter
    ? [
        `No agreement was given: the starter agreement is taken, between the parties of the mapping, ${mapping.calendar ? "on the mapping's calendar" : 'weekdays 08:00 to 18:00'}.`,
      ]
    : [];
  return [...starter, ...FROM_HISTORY];
}
