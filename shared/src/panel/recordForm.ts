import { otherParty, type Directory } from '../agreement';
import type { Offered, Open } from '../escalation';
import type { TicketEventOf } from '../ticket';
import { localText } from '../time';
import { readerOf, type PanelViewer } from './reader';
import type { Scene } from './scene';
import type { ActionView, AskFormView, ChoiceView } from './view';

type Fields = Readonly<Record<string, string>>;

const answers: readonly ChoiceView[] = [
  { value: 'accept', label: 'They accept it' },
  { value: 'return', label: 'They return it with guidance' },
  { value: 'decline', label: 'They decline it' },
];

/** Whoever of the receiver may have answered: the one it names first, then its lead and coordinator, then the others. */
function peopleOf({ people, parties }: Directory, { offer: { to } }: Offered): ChoiceView[] {
  const { lead, coordinator } = parties[to.party];
  const inTeam = Object.keys(people).filter(id => people[id]?.active && people[id].teams.includes(to.team));
  const all = [...(to.person === undefined ? [] : [to.person]), ...inTeam, lead, coordinator];
  return [...new Set(all)].map(value => ({ value, label: people[value]?.name ?? value }));
}

/** The fields in which anything is recorded for somebody off the desk. */
type Field = AskFormView['fields'][number];

export const words: Field = { name: 'question', label: 'In their words', isRequired: true, rows: 2, value: '' };
export const via: Field = {
  ...{ name: 'via', label: 'How it reached you', hint: 'A call, a mail, a chat' },
  ...{ isRequired: true, value: '' },
};
export const reference: Field = {
  ...{ name: 'reference', label: 'Reference', hint: 'Where it can be found again, if anywhere' },
  ...{ isRequired: false, value: '' },
};
const what: Field = {
  ...{ name: 'answer', label: 'What they say', choices: answers, refills: true },
  ...{ isRequired: true, value: 'accept' },
};
export const who = (choices: readonly ChoiceView[]): Field => ({
  ...{ name: 'whom', label: 'Who', choices },
  ...{ isRequired: true, value: choices[0]?.value ?? '' },
});
export const when = (value: string): Field => ({
  ...{ name: 'deadline', label: 'When', hint: 'YYYY-MM-DD HH:mm, in your time' },
  ...{ isRequired: true, value },
});

/** The short form in which the answer of a party off the desk is recorded: what, who, when and how it came. */
export function recordForm(
  state: Open,
  directory: Directory,
  viewer: PanelViewer,
  { now, fields }: { readonly now: number; readonly fields: Fields },
): AskFormView {
  const { zone } = readerOf(directory, viewer, now);
  const people = state.status === 'offered' ? peopleOf(directory, state) : [];
  const isTaken = (fields['answer'] ?? 'accept') === 'accept';
  const all = [what, ...(isTaken ? [] : [words]), who(people), via, reference, when(localText(now, zone))];
  return {
    verb: 'record',
    title: 'Record their answer',
    intro: 'They work outside this desk. It counts as attested by you, and the review looks at it.',
    fields: all.map(field => ({ ...field, value: fields[field.name] ?? field.value })),
    sends: 'Record it',
    privacy: 'Both parties can read this. Customers cannot.',
  };
}

type Circumstances = 'deliveryId' | 'at' | 'learned' | 'actor' | 'channel' | 'assurance';

const answerOf = (said: string | undefined): TicketEventOf<'RecordAnswer'>['answer'] =>
  said === 'return' || said === 'decline' ? said : 'accept';

/** What sending that form means. */
export function recordedIn(fields: Fields, answeredAt: number): Omit<TicketEventOf<'RecordAnswer'>, Circumstances> {
  const text = (name: string): string => fields[name] ?? '';
  const [person, via, words] = [text('whom'), text('via'), text('question')];
  const found = text('reference').trim() === '' ? {} : { reference: text('reference') };
  return { type: 'RecordAnswer', answer: answerOf(fields['answer']), person, answeredAt, via, words, ...found };
}

const record: ActionView = { act: 'record', label: 'Record their answer', emphasis: 'primary' };

/** Somebody of the giver's party may record what a receiver off the desk has said. */
export function recordActions({ party, directory }: Scene, { offer: { to } }: Offered): readonly ActionView[] {
  return party === otherParty(to.party) && directory.parties[to.party].worksAt === 'off desk' ? [record] : [];
}
