import { otherParty, type Directory } from '../agreement';
import { approversOf, missingApprovals, openOverrides, ruleFor, type Open, type Override } from '../escalation';
import type { TicketEventOf } from '../ticket';
import { localText } from '../time';
import { overrideKinds } from './overrideWords';
import { mayAct, readerOf, timeText, type PanelViewer, type Reader } from './reader';
import { reference, via, when, who, words } from './recordForm';
import type { Scene } from './scene';
import type { ActionView, AskFormView, ChoiceView } from './view';

type Fields = Readonly<Record<string, string>>;
type Known = Pick<Reader, 'directory' | 'party'>;

/** The other party's approval is missing, and it works off the desk. */
const isRecordable = ({ directory, party }: Known, override: Override): boolean =>
  party !== undefined &&
  directory.parties[otherParty(party)].worksAt === 'off desk' &&
  missingApprovals(override).some(one => one.party === otherParty(party));

const recordable = (state: Open, reader: Known): readonly Override[] =>
  openOverrides(state).filter(override => isRecordable(reader, override));

const answers: readonly ChoiceView[] = [
  { value: 'approve', label: 'They approve it' },
  { value: 'refuse', label: 'They refuse it' },
];

function approversFor(state: Open, { directory, party }: Known, override: Override | undefined): readonly ChoiceView[] {
  const rule = override && ruleFor(state, override.kind);
  if (!rule || party === undefined) return [];
  return approversOf(directory, rule, otherParty(party)).map(id => ({
    value: id,
    label: directory.people[id]?.name ?? id,
  }));
}

const whichField = (reader: Reader, all: readonly Override[], chosen: string) => ({
  ...{ name: 'override', label: 'Which exception', isRequired: true, value: chosen, refills: true as const },
  choices: all.map(({ id, kind, until }) => ({
    value: id,
    label: `${overrideKinds[kind]}, until ${timeText(reader, until)}`,
  })),
});

const what = { name: 'answer', label: 'What they say', isRequired: true, value: 'approve', choices: answers } as const;

/** Which of several, what they say and, where they refuse it, why; then who, and how it came. */
function fieldsOf(state: Open, reader: Reader, all: readonly Override[], fields: Fields): AskFormView['fields'] {
  const override = all.find(({ id }) => id === fields['override']) ?? all[0];
  const which = all.length > 1 ? [whichField(reader, all, override?.id ?? '')] : [];
  const why = fields['answer'] === 'refuse' ? [words] : [];
  const whom = who(approversFor(state, reader, override));
  const listed = [...which, { ...what, refills: true as const }, ...why, whom, via, reference];
  const filled = [...listed, when(localText(reader.now, reader.zone))];
  return filled.map(field => ({ ...field, value: fields[field.name] ?? field.value }));
}

/** The short form in which the approval of a party off the desk is recorded: who decided what, when and how it came. */
export function approvalForm(
  state: Open,
  directory: Directory,
  viewer: PanelViewer,
  { now, fields }: { readonly now: number; readonly fields: Fields },
): AskFormView {
  const reader = readerOf(directory, viewer, now);
  const all = recordable(state, reader);
  const [only, ...others] = all;
  return {
    verb: 'record approval',
    title: 'Record their approval',
    intro: 'They work outside this desk. It counts from now on, as attested by you, and the review looks at it.',
    fields: fieldsOf(state, reader, all, fields),
    sends: 'Record it',
    ...(only && others.length === 0 ? { sendsWith: { override: only.id } } : {}),
    privacy: 'Both parties can read this. Customers cannot.',
  };
}

type Circumstances = 'deliveryId' | 'at' | 'learned' | 'actor' | 'channel' | 'assurance';

/** What sending that form means. */
export function approvalIn(fields: Fields, answeredAt: number): Omit<TicketEventOf<'RecordApproval'>, Circumstances> {
  const text = (name: string): string => fields[name] ?? '';
  const answer = text('answer') === 'refuse' ? 'refuse' : 'approve';
  const found = text('reference').trim() === '' ? {} : { reference: text('reference') };
  const what = { override: text('override'), person: text('whom'), via: text('via'), words: text('question') };
  return { type: 'RecordApproval', answer, answeredAt, ...what, ...found };
}

/** Somebody of the other party may record what an approver off the desk has decided. */
export const recordApproval = (scene: Scene, override: Override): readonly ActionView[] =>
  mayAct(scene) && isRecordable(scene, override)
    ? [
        {
          ...{ act: 'record approval', label: 'Record their approval', emphasis: 'default' },
          fills: { override: override.id },
        },
      ]
    : [];
