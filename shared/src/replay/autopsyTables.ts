import { instantText } from '../time';
import type { Autopsy } from './autopsy';
import { lengthText } from './lengthText';
import type { ReportTable } from './reportTable';

/** What one stretch of a case was. */
export const stretchText = (stretch: Autopsy['stretches'][number]): string =>
  stretch.is === 'paused'
    ? `waiting for ${stretch.waitedFor}`
    : `${stretch.as}, used by ${stretch.usedBy}, accountable ${stretch.accountable}`;

/** The move that cost most, in a sentence. */
export const costliestText = ({ at, waitMs }: NonNullable<Autopsy['costliest']>): string =>
  `The move of ${instantText(at)} cost most: nobody was seen at it for ${lengthText(waitMs)} of the receiver’s hours.`;

/** Where the time of one case went, and what was late in it. */
export const autopsyTables = ({ stretches, causes }: Autopsy): readonly ReportTable[] => [
  {
    title: 'Where its time went',
    says: 'Time on the resolve calendar, one stretch after the other.',
    head: ['From', 'Time', ''],
    rows: stretches.map(stretch => [instantText(stretch.from), lengthText(stretch.ms), stretchText(stretch)]),
  },
  {
    title: 'What was late',
    says: 'The largest first.',
    head: ['What', 'By', 'Late by'],
    rows: causes.map(({ kind, by, overrun }) => [kind, by, lengthText(overrun)]),
  },
];
