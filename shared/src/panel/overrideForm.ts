import type { Directory, ExceptionKind, ExceptionTerms } from '../agreement';
import { custodian, exceptionOf, mayAsk, ruleFor, type Open } from '../escalation';
import { HOUR, localText } from '../time';
import { overrideKinds } from './overrideWords';
import { bothZones, readerOf, type PanelViewer, type Reader } from './reader';
import type { AskFieldView, AskFormView } from './view';

const kinds: readonly ExceptionKind[] = ['transfer', 'deadline', 'tier'];

/** There is something that it could excuse, on the viewer's side. */
const isOfUse = (state: Open, kind: ExceptionKind, { party }: Pick<Reader, 'party'>): boolean =>
  kind === 'transfer' || (party === custodian(state).party && (kind === 'tier' || state.promised !== undefined));

/** Which exceptions somebody may ask for now. */
export const askableKinds = (
  state: Open,
  reader: Pick<Reader, 'directory' | 'person' | 'party'>,
): readonly ExceptionKind[] =>
  kinds.filter(kind => mayAsk(reader.directory, state, kind, reader.person) && isOfUse(state, kind, reader));

interface Filling {
  readonly state: Open;
  readonly kind: ExceptionKind;
  readonly rule: ExceptionTerms;
  readonly fields: Readonly<Record<string, string>>;
}

/** The last instant (epoch ms) until which it may be asked for. */
const lastOf = ({ state, kind, rule }: Filling, now: number): number =>
  (kind === 'deadline' ? Math.max(now, state.promised?.deadline ?? now) : now) + rule.longest;

function untilField(filling: Filling, reader: Reader): AskFieldView {
  const { kind, fields } = filling;
  const last = lastOf(filling, reader.now);
  const usual = kind === 'deadline' ? last : Math.min(reader.now + HOUR, last);
  return {
    name: 'deadline',
    label: kind === 'deadline' ? 'New deadline' : 'Until when',
    isRequired: true,
    value: fields['deadline'] || localText(usual, reader.zone),
    hint: `YYYY-MM-DD HH:mm, in your time; at the latest ${bothZones(reader, last)}`,
  };
}

const amountField = (threshold: number, value = ''): AskFieldView => ({
  ...{ name: 'amount', label: 'Money at stake', isRequired: false, value },
  hint: `A whole number. From ${threshold} on, or where you leave it empty, one of each party approves.`,
});

const flagField = (flags: readonly string[], value = ''): AskFieldView => ({
  ...{ name: 'flag', label: 'What it touches', isRequired: false, value },
  choices: [{ value: '', label: 'Nothing of these' }, ...flags.map(flag => ({ value: flag, label: flag }))],
});

/** What the agreement asks about the threshold, where it has one and the ticket does not say it. */
function stakeFields({ rule: { above = {} }, fields }: Filling): readonly AskFieldView[] {
  if (above.isMet) return [];
  const amount = above.amount === undefined ? [] : [amountField(above.amount, fields['amount'])];
  return [...amount, ...(above.flags === undefined ? [] : [flagField(above.flags, fields['flag'])])];
}

const kindField = (able: readonly ExceptionKind[], kind: ExceptionKind): AskFieldView => ({
  ...{ name: 'kind', label: 'What should pass', isRequired: true, value: kind, refills: true },
  choices: able.map(value => ({ value, label: overrideKinds[value] })),
});

const intros: Readonly<Record<ExceptionKind, string>> = Object.freeze({
  transfer: 'Until then it may go to the other party without a packet. The review looks at it.',
  deadline: 'The next action may be done later than was promised. The review looks at it.',
  tier: 'It may go to a team above whose turn it is. The review looks at it.',
});

/** No rule where nobody may ask: what is sent is refused then. */
const unruled: ExceptionTerms = { of: [], by: [], longest: 0, decide: 0, isBlocking: true };

function filledIn(state: Open, able: readonly ExceptionKind[], fields: Filling['fields']): Filling {
  const kind = able.find(one => one === fields['kind']) ?? able[0] ?? 'transfer';
  return { state, kind, rule: ruleFor(state, kind) ?? unruled, fields };
}

/** The short form in which somebody asks that something may pass beside the rules: why, and until when. */
export function overrideForm(
  state: Open,
  directory: Directory,
  viewer: PanelViewer,
  { now, fields }: { readonly now: number; readonly fields: Readonly<Record<string, string>> },
): AskFormView {
  const reader = readerOf(directory, viewer, now);
  const able = askableKinds(state, reader);
  const filling = filledIn(state, able, fields);
  const { kind } = filling;
  const words = exceptionOf(state, kind) === undefined ? leave : asking;
  const choice = able.length > 1 ? [kindField(able, kind)] : [];
  return {
    ...{ verb: 'override', ...words, intro: intros[kind] },
    fields: [
      { name: 'question', label: 'Why', isRequired: true, rows: 2, value: fields['question'] ?? '' },
      ...choice,
      untilField(filling, reader),
      ...stakeFields(filling),
    ],
    ...(choice.length > 0 ? {} : { sendsWith: { kind } }),
    privacy: 'Both parties can read this. Customers cannot.',
  };
}

/** A lead's own, where the agreement says nothing else. */
const leave = { title: 'Move without a handoff', sends: 'Allow it' } as const;
const asking = { title: 'Ask for an exception', sends: 'Ask' } as const;
