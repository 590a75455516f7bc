import type { ExportedLedger, Misfit, Verification } from '@baton/shared';

/** What could be checked. */
interface Checked {
  /** Whether contents and texts were; they need the ledger key where there is one. */
  readonly isWhole: boolean;
  readonly seals: number;
}

const misfits: Readonly<Record<Misfit['because'], (entry: string) => string>> = {
  number: entry => `${entry} is not the next one: an entry before it was dropped, doubled or put elsewhere.`,
  link: entry => `${entry} does not follow the one before it: one of the two was changed, put in or taken out.`,
  content: entry => `${entry} is not as it was written: something in it was changed.`,
  text: entry => `A text of ${entry.toLowerCase()} is not the one that was written with it.`,
  'missing text': entry => `A text of ${entry.toLowerCase()} is gone, and no entry says that it was removed.`,
  'cut tail': entry => `${entry} is not there, but a note on the ticket names it: the end was cut off.`,
  'other seal': entry => `${entry} is another one than the note on the ticket names: the ledger was written anew.`,
};

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const timeOf = (at: number | undefined): string => new Date(at ?? 0).toISOString();

function about({ facts, ticket }: ExportedLedger): string {
  const { desk, tenant } = facts[0]?.origin ?? { desk: 'unknown', tenant: 'unknown' };
  const span = `${timeOf(facts[0]?.at)} to ${timeOf(facts[facts.length - 1]?.at)}`;
  return `Ticket ${ticket} on ${desk}, ${tenant}: ${counted(facts.length, 'entry', 'entries')}, ${span}.`;
}

function checks({ isWhole, seals }: Checked): readonly string[] {
  const named = seals > 0 ? `, ${counted(seals, 'seal')}` : '';
  if (isWhole) return [`Checked: numbering, links, contents, texts${named}.`];
  return [
    `Checked: numbering, links${named}.`,
    'Not checked: contents and texts. They are sealed with the ledger key: give it with --key-file or BATON_LEDGER_KEY.',
  ];
}

function texts({ kept, erased, left }: Verification['texts']): readonly string[] {
  const said = `Texts: ${kept} kept, ${erased} removed as the ledger says.`;
  return left === 0 ? [said] : [said, `${counted(left, 'removed text')} can still be read in this file.`];
}

function verdict({ misfit, head }: Verification, { isWhole, seals }: Checked): readonly string[] {
  if (misfit) return [`BROKEN: ${misfits[misfit.because](`Entry ${misfit.seq}`)}`];
  const end = `The last entry is ${head.seq}, seal ${head.hash.slice(0, 16)}.`;
  const cut = 'Whether entries were cut off at the end shows only against a seal noted elsewhere (--seal).';
  return [`${isWhole ? 'Everything fits.' : 'What could be checked fits.'} ${end}`, ...(seals > 0 ? [] : [cut])];
}

/** What was checked and what came of it, a line each. */
export const told = (ledger: ExportedLedger, verification: Verification, checked: Checked): readonly string[] => [
  about(ledger),
  ...checks(checked),
  ...texts(verification.texts),
  ...verdict(verification, checked),
];
