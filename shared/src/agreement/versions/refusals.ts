import { changesBetween } from '../changes';
import { frozenChanges } from '../frozen';
import { mistakesIn } from '../parse';
import type { AgreementDocument } from '../schema';
import type { VersionCommand, VersionContext, VersionRefusal } from './command';
import { activeAt, versionOf } from './evolveVersions';
import type { Version, Versions } from './facts';
import { hasRight, type AgreementRight } from './roles';

type Refused = VersionRefusal | undefined;
type Of<Type extends VersionCommand['type']> = VersionCommand & { readonly type: Type };
type Seen = readonly [state: Versions, context: VersionContext];
type Check = (state: Versions, command: VersionCommand, context: VersionContext) => Refused;

const refusal = (code: VersionRefusal['code'], sentence: string, remedy: string): VersionRefusal => ({
  code,
  sentence,
  remedy,
});

const rights: Readonly<Record<VersionCommand['type'], AgreementRight>> = {
  draft: 'draft',
  propose: 'draft',
  'send back': 'draft',
  approve: 'approve',
  activate: 'approve',
  adopt: 'approve',
  'roll back': 'roll back',
  'move open': 'roll back',
};

/** What an administrator does while nothing is in force, and nobody else. */
const begins: ReadonlySet<VersionCommand['type']> = new Set(['draft', 'propose', 'send back', 'adopt'] as const);

const stages: Readonly<Partial<Record<VersionCommand['type'], readonly Version['stage'][]>>> = {
  draft: ['draft', 'proposed'],
  propose: ['draft'],
  'send back': ['proposed'],
  approve: ['proposed'],
  activate: ['approved'],
  adopt: ['draft', 'proposed'],
};

/** What they send beside what is there by now; where they send no text, the number alone has to do. */
function meanwhile(state: Versions, command: VersionCommand, { documentOf }: VersionContext): Refused {
  if (command.expected === state.revision) return undefined;
  const stored = versionOf(state, command.version);
  const current = stored && documentOf(stored.content);
  const changes = command.type === 'draft' && current ? changesBetween(command.document, current) : [];
  const said = refusal(
    'changed-meanwhile',
    'Somebody has changed this meanwhile.',
    'Look at what is other, then do it again.',
  );
  return { ...said, changes };
}

function isTheirs({ by: { person, party }, type }: VersionCommand, { roles, beginning }: VersionContext): boolean {
  if (beginning && begins.has(type)) return beginning.isAdmin;
  return roles !== undefined && party !== undefined && hasRight(roles, { person, party }, rights[type]);
}

function mayDo(command: VersionCommand, context: VersionContext): Refused {
  const { by, reason } = command;
  if (!isTheirs(command, context)) {
    const whom = by.party === undefined ? '' : ` for ${by.party}`;
    return refusal(
      'not-allowed',
      `${by.person} may not do this${whom}.`,
      context.beginning ? 'Ask an administrator of the desk to begin.' : 'Ask the lead or approver of your party.',
    );
  }
  return reason.trim() === '' ? refusal('no-reason', 'There is no reason.', 'Say in one sentence why.') : undefined;
}

/** A number that is not there yet may be drafted only if it is the next one. */
function fits(state: Versions, { type, version: number }: VersionCommand): Refused {
  const version = versionOf(state, number);
  const next = Math.max(0, ...state.versions.map(each => each.number)) + 1;
  if (version === undefined) {
    const isNext = type === 'draft' && number === next;
    return isNext
      ? undefined
      : refusal('no-such-version', `There is no version ${number}.`, `The next one is ${next}.`);
  }
  if (stages[type]?.includes(version.stage) ?? true) return undefined;
  return refusal(
    'wrong-stage',
    `Version ${number} is ${version.stage}.`,
    `Draft version ${next} instead, or take the step before.`,
  );
}

/** What is wrong with a text, also beside the one in force. */
function wrongIn(state: Versions, document: AgreementDocument, { documentOf, now }: VersionContext) {
  const inForce = versionOf(state, activeAt(state, now)?.version ?? 0);
  const active = inForce && documentOf(inForce.content);
  return [...mistakesIn(document), ...(active === undefined ? [] : frozenChanges(active, document))];
}

function sound(state: Versions, number: number, context: VersionContext): Refused {
  const document = context.documentOf(versionOf(state, number)?.content ?? '');
  const missing = [{ path: 'the text', message: 'is missing' }];
  const mistakes = document === undefined ? missing : wrongIn(state, document, context);
  const [first, ...others] = mistakes;
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  const sentence = `Version ${number} cannot be used: ${first.path} ${first.message}${more}.`;
  return refusal('has-mistakes', sentence, 'Send it back and correct it.');
}

/** Two people, one of each party, neither twice. */
function quorum(state: Versions, { version, by }: VersionCommand): Refused {
  const approvals = versionOf(state, version)?.approvals ?? [];
  if (approvals.some(({ person }) => person === by.person)) {
    return refusal('same-person', `${by.person} has approved it already.`, 'Somebody of the other party has to.');
  }
  if (!approvals.some(({ party }) => party === by.party)) return undefined;
  return refusal('same-party', `The party ${by.party} has approved it already.`, 'Somebody of the other party has to.');
}

function later({ from }: Of<'activate'>, { now }: VersionContext): Refused {
  if (from >= now) return undefined;
  return refusal('not-later', 'It would count from an instant that has passed.', 'Let it count from now or later.');
}

/** Alone only at the very beginning: afterwards it takes both parties. */
function first(state: Versions, { beginning }: VersionContext): Refused {
  if (beginning && state.activations.length === 0) return undefined;
  return refusal('already-begun', 'An agreement is in force already.', 'Propose it, and have both parties approve it.');
}

function hasCounted(state: Versions, { version }: VersionCommand, { now }: VersionContext): Refused {
  const counted = state.activations.some(each => each.version === version && each.from <= now);
  if (counted && activeAt(state, now)?.version !== version) return undefined;
  return refusal(
    'never-active',
    `Version ${version} is none that counted before.`,
    'Choose an earlier version that did.',
  );
}

/** What is open can only go on under what counts. */
function counts(state: Versions, { version }: VersionCommand, { now }: VersionContext): Refused {
  if (activeAt(state, now)?.version === version) return undefined;
  return refusal('not-in-force', `Version ${version} is not in force.`, 'Choose the version that is.');
}

/** What a version is known by is in its text too, since promises are pinned with it. */
function numbered({ document, version }: Of<'draft'>): Refused {
  if (document.version === version) return undefined;
  return refusal('has-mistakes', `The text says version ${document.version}.`, `Write version ${version} into it.`);
}

/** What each act needs beside the right to do it. */
const needs: { readonly [Type in VersionCommand['type']]?: (command: Of<Type>, ...seen: Seen) => Refused } = {
  draft: numbered,
  propose: (command, state, context) => sound(state, command.version, context),
  approve: (command, state, context) => quorum(state, command) ?? sound(state, command.version, context),
  activate: (command, state, context) => later(command, context) ?? sound(state, command.version, context),
  adopt: (command, state, context) => first(state, context) ?? sound(state, command.version, context),
  'roll back': (command, state, context) => hasCounted(state, command, context),
  'move open': (command, state, context) => counts(state, command, context),
};

const stands: Check = (state, command, context) => {
  const need = needs[command.type] as ((command: VersionCommand, ...seen: Seen) => Refused) | undefined;
  return need?.(command, state, context);
};

const checks: readonly Check[] = [meanwhile, (_, command, context) => mayDo(command, context), fits, stands];

/** The first reason not to do what somebody wants; undefined if there is none. */
export function refusedVersion(state: Versions, command: VersionCommand, context: VersionContext): Refused {
  for (const check of checks) {
    const refused = check(state, command, context);
    if (refused !== undefined) return refused;
  }
  return undefined;
}
