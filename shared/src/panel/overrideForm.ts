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

/** What the agreement asks about the threshold, where it has one and the ticket does not say it. */
function stakeFields({ rule: { above }, fields }: Filling): readonly AskFieldView[] {
  if (above === undefined || above.isMet) return [];
  const amount: AskFieldView = {
    ...{ name: 'amount', label: 'Money at stake', isRequired: false, value: fields['amount'] ?? '' },
    hint: `A whole number. From ${above.amount} on, or where you leave it empty, one of each party approves.`,
  };
  const flags = (above.flags ?? []).map(flag => ({ value: flag, label: flag }));
  const flag: AskFieldView = {
    ...{ name: 'flag', label: 'What it touches', isRequired: false, value: fields['flag'] ?? '' },
    choices: [{ value: '', label: 'Nothing of these' }, ...flags],
  };
  return [...(above.amount === undefined ? [] : [amount]), ...(flags.length === 0 ? [] : [flag])];
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

/** The short form in which somebody asks that something may pass beside the rules: why, and until when. */
export function overrideForm(
  state: Open,
  directory: Directory,
  viewer: PanelViewer,
  { now, fields }: { readonly now: number; readonly fields: Readonly<Record<string, string>> },
): AskFormView {
  const reader = readerOf(directory, viewer, now);
  const able = askableKinds(state, reader);
  const kind = able.find(one => one === fields['kind']) ?? able[0] ?? 'transfer';
  const rule = ruleFor(state, kind) ?? { of: [], by: [], longest: 0, decide: 0, isBlocking: true };
  const filling: Filling = { state, kind, rule, fields };
  const isPlain = exceptionOf(state, kind) === undefined;
  return {
    verb: 'override',
    title: isPlain ? 'Move without a handoff' : 'Ask for an exception',
    intro: intros[kind],
    fields: [
      { name: 'question', label: 'Why', isRequired: true, rows: 2, value: fields['question'] ?? '' },
      ...(able.length > 1 ? [kindField(able, kind)] : []),
      untilField(filling, reader),
      ...stakeFields(filling),
    ],
    ...(able.length > 1 ? {} : { sendsWith: { kind } }),
    sends: isPlain ? 'Allow it' : 'Ask',
    privacy: 'Both parties can read this. Customers cannot.',
  };
}
