import { folded } from '../own';
import type { Agreement } from '../schema';
import { place, places, rule, type Place, type Rule } from './rule';

const isIn = (names: readonly string[], name: string): boolean => names.some(other => folded(other) === folded(name));

const transfers = ({ guards }: Agreement): readonly Place<string>[] =>
  Object.keys(guards.jira.transfer).map(name => ({ path: `guards.jira.transfer.${name}`, value: name }));

const closing = ({ guards, desks }: Agreement): readonly Place<readonly string[]>[] =>
  guards.jira.close.length === 0 ? [] : place('guards.jira.close', desks.jira.statuses.resolved);

/** A guard never comes between somebody and a fixed ticket. */
export const guarding: readonly Rule[] = [
  rule({
    code: 'guards-resolving',
    at: transfers,
    holds: (name, { desks }) => !isIn(desks.jira.statuses.resolved, name),
    message: name => `guards “${name}”, which resolves; nobody is kept from resolving, so remove it here`,
  }),
  rule({
    code: 'guards-every-end',
    at: closing,
    holds: (resolved, { guards }) => resolved.some(name => !isIn(guards.jira.close, name)),
    message: () =>
      'guards every status that resolves, so that nobody could; leave one of desks.jira.statuses.resolved out',
  }),
  rule({
    code: 'guarded-twice',
    at: ({ guards }) => places('guards.jira.close', guards.jira.close),
    holds: (name, { guards }) => !isIn(Object.keys(guards.jira.transfer), name),
    message: name => `guards “${name}” as a transfer too; a status is one or the other`,
  }),
];
