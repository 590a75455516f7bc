import { crossingTo, otherParty, type HoldingParty } from '../agreement';
import { askTarget, custodian } from '../escalation';
import type { AskKind } from '../ticket';
import { localText } from '../time';
import { askedBy, whomOf } from './askFor';
import type { AskFormInput } from './askFormInput';
import { askedName } from './askWords';
import { dutyText } from './formReceiver';
import { bothZones, fullName, partyName, readerOf, type Reader } from './reader';
import { isSent, vendorFields, vendorView } from './vendorForm';
import type { AskFieldView, AskFormView, AskVerb, ChoiceView } from './view';
import { joined } from './wording';

interface Form extends Reader {
  readonly input: AskFormInput;
  readonly holder: ReturnType<typeof custodian>;
  /** Whom it is for, as the form names them. */
  readonly whom: string;
}

function teamChoices(form: Form, party: HoldingParty): ChoiceView[] {
  const { teams } = form.directory;
  const ids = Object.keys(teams).filter(id => teams[id]?.party === party && id !== form.holder.team);
  const { receiver } = form.input.state.terms.boundaries[crossingTo(party)];
  const sorted = [...ids].sort((one, other) => Number(other === receiver) - Number(one === receiver));
  return sorted.map(id => ({
    value: whomOf({ party, team: id }),
    label: `${teams[id]?.name ?? id} (${joined([teams[id]?.tier, dutyText(form, id)], ', ')})`,
  }));
}

/** Those who speak for both parties, the other one's first. */
function leadChoices(form: Form, first: HoldingParty): ChoiceView[] {
  const { directory, person } = form;
  return [first, otherParty(first)].flatMap(party => {
    const { lead, coordinator } = directory.parties[party];
    const people = [...new Set([lead, coordinator])].filter(
      id => id !== person && directory.people[id]?.active === true,
    );
    return people.map(id => {
      const as = id === lead ? 'lead' : 'coordinator';
      return {
        value: whomOf({ party, person: id }),
        label: `${fullName(form, id)} (${as}, ${partyName(form, party)})`,
      };
    });
  });
}

const vendorChoices = ({ directory }: Form): ChoiceView[] =>
  Object.entries(directory.vendors ?? {}).map(([id, { name }]) => ({
    value: whomOf({ party: 'vendor', vendor: id }),
    label: `${name} (vendor)`,
  }));

/** Whom each verb may name, most likely first. */
function whomChoices(form: Form): readonly ChoiceView[] {
  const { verb } = form.input;
  const own = form.party ?? form.holder.party;
  const teams = [...teamChoices(form, otherParty(own)), ...teamChoices(form, own)];
  if (verb === 'raise') return leadChoices(form, otherParty(own));
  return verb === 'escalate' ? teams : [...teams, ...leadChoices(form, otherParty(own)), ...vendorChoices(form)];
}

const titles: Readonly<Record<AskVerb, readonly [title: string, intro: string]>> = Object.freeze({
  ask: ['Ask', 'You keep it. They owe you an answer.'],
  escalate: ['Escalate', 'You keep it. They join and help.'],
  raise: ['Raise', 'A lead is told and owes you a word that they know. Custody stays where it is.'],
});

const whatLabels: Readonly<Record<AskVerb, string>> = Object.freeze({
  ask: 'What do you need?',
  escalate: 'What should they help with?',
  raise: 'What must they know?',
});

const kinds = ({ words }: Form): readonly ChoiceView[] => [
  { value: 'information', label: 'Information' },
  { value: 'approval', label: 'Approval' },
  { value: 'access', label: 'Access' },
  { value: 'child', label: `A child ${words.ticket} done` },
];

const meanwhile: readonly ChoiceView[] = [
  { value: 'no', label: 'I can go on without it' },
  { value: 'yes', label: 'I cannot go on without it' },
];

type Named = Pick<AskFieldView, 'name' | 'label'> & Partial<AskFieldView>;

/** A field with what was typed into it before, else what is filled in. */
const field = ({ input }: Form, about: Named): AskFieldView => ({
  isRequired: false,
  ...about,
  value: input.fields[about.name] ?? about.value ?? '',
});

function deadline(form: Form): AskFieldView {
  const { input, directory, whom, now, zone } = form;
  const of = askedBy(directory, whom);
  const kind: AskKind = input.verb === 'ask' ? (of.party === 'vendor' ? 'vendor case' : 'information') : input.verb;
  const { answerBy } = askTarget({ directory }, input.state, { kind, of, at: now });
  const where = of.party === 'vendor' ? undefined : of.party;
  const value = localText(answerBy, zone);
  const hint = `${bothZones(form, answerBy, where)}: what the agreement gives them; later if you like`;
  return { name: 'deadline', label: 'By when', isRequired: true, value, hint };
}

const isVendor = ({ whom }: Form): boolean => whom.startsWith('vendor ');

function askFields(form: Form): AskFieldView[] {
  const kind = field(form, {
    name: 'kind',
    label: 'What kind of answer',
    value: 'information',
    choices: kinds(form),
    refills: true,
  });
  const child = field(form, { name: 'reference', label: `Which ${form.words.ticket}`, isRequired: true });
  const blocking = field(form, { name: 'blocking', label: 'Meanwhile', value: 'no', choices: meanwhile });
  if (isVendor(form))
    return [...vendorFields(form.input, form.whom), { ...blocking, value: form.input.fields['blocking'] ?? 'yes' }];
  return [kind, ...(kind.value === 'child' ? [child] : []), blocking];
}

const titleOf = (form: Form): string => {
  const [title] = titles[form.input.verb];
  return isVendor(form) ? `Log a case with ${askedName(form, askedBy(form.directory, form.whom))}` : title;
};

function formOf(input: AskFormInput): Form {
  const reader = readerOf(input.directory, input.viewer, input.now);
  const form = { ...reader, input, holder: custodian(input.state), whom: '' };
  const [first] = whomChoices(form);
  return { ...form, whom: input.fields['whom'] ?? first?.value ?? '' };
}

/** The short form of Ask, Escalate or Raise: whom, what, by when, all but the sentence filled in (rules §8). */
export function askFormView(input: AskFormInput): AskFormView {
  const form = formOf(input);
  const { verb } = input;
  const vendor = isVendor(form) ? vendorView(input, form.whom) : undefined;
  return {
    verb,
    title: titleOf(form),
    intro: titles[verb][1],
    fields: [
      field(form, { name: 'question', label: whatLabels[verb], isRequired: true, rows: 2 }),
      { ...field(form, { name: 'whom', label: 'Whom', choices: whomChoices(form), refills: true }), value: form.whom },
      deadline(form),
      ...(verb === 'ask' ? askFields(form) : []),
    ],
    ...(vendor ? { vendor } : {}),
    sends: vendor && !isSent(input, form.whom) ? 'Case logged' : 'Send',
    privacy: 'Both parties can read this. Customers cannot.',
  };
}
