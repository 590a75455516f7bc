import type { DeskName } from '../agreement';
import { durationText } from '../time';
import type { CountdownView } from './view';

export { durationText };

/** What a desk calls the things Baton speaks of. */
export interface DeskWords {
  /** The desk's own name. */
  readonly desk: string;
  readonly ticket: string;
  /** Where tickets of one service live. */
  readonly space: string;
  /** The desk's field that says whose turn it is. */
  readonly owner: string;
  /** How somebody takes it natively. */
  readonly claim: string;
}

const dictionary: Readonly<Record<DeskName, DeskWords>> = Object.freeze({
  jira: {
    desk: 'Jira',
    ticket: 'work item',
    space: 'space',
    owner: 'assignee',
    claim: 'assign it to yourself',
  },
  freshservice: {
    desk: 'Freshservice',
    ticket: 'ticket',
    space: 'workspace',
    owner: 'agent group',
    claim: 'make yourself its agent',
  },
});

/** The words of one desk; screens and notices never hard-code them. */
export const wordsOf = (desk: DeskName): DeskWords => dictionary[desk];

/** A sentence written with "ticket", in the words of a desk. Names of teams and people are left alone. */
export const inWordsOf = (desk: DeskName, sentence: string): string =>
  sentence.replace(/\b(the|this|that|a|each|no) ticket\b/gi, `$1 ${wordsOf(desk).ticket}`);

/** How facts name Baton itself where it acted, and not a desk's automation. */
export const OWN_RULE = 'baton';

/**
 * The words of a countdown some time after the view was made; asked again each minute. It stands still once the
 * clock has run for `ticksFor`.
 *
 * @param elapsed - real ms since the view; before it counts as none
 *
 * @example
 * countdownText({ remaining: 3_600_000, left: '{left} of 4 h left', overdue: 'overdue by {left}' }, 60_000, 3_600_000);
 * //=> '59 min of 4 h left'
 */
export function countdownText(
  { remaining, left, overdue }: Pick<CountdownView, 'remaining' | 'left' | 'overdue'>,
  elapsed: number,
  ticksFor: number,
): string {
  const now = remaining - Math.max(0, Math.min(elapsed, ticksFor));
  return (now < 0 ? overdue : left).replace('{left}', () => durationText(Math.abs(now)));
}

/** Begins a sentence: the first letter large. */
export const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** 'Ana', 'Ana and Dana', 'Ana, Dana and Li'. */
export function listText(names: readonly string[]): string {
  const last = names[names.length - 1] ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The parts that are there, joined. */
export const joined = (parts: readonly (string | undefined)[], separator = ' · '): string =>
  parts.filter(part => part !== undefined && part !== '').join(separator);

/** What a way to reach somebody is called. */
export const channelNames: Readonly<Record<string, string>> = Object.freeze({
  email: 'E-mail',
  phone: 'Phone',
  sms: 'Text message',
  slack: 'Slack',
  teams: 'Teams',
  pager: 'Pager',
});
