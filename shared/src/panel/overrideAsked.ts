import type { ExceptionKind } from '../agreement';
import type { Refusal } from '../failures';

type Fields = Readonly<Record<string, string>>;

/** What somebody asks to pass, and what they say is at stake. */
interface Stake {
  readonly kind: ExceptionKind;
  readonly why: string;
  readonly amount?: number;
  readonly flag?: string;
}

const kinds: readonly ExceptionKind[] = ['transfer', 'deadline', 'tier'];

/** As people type whole amounts: "12 000", "12,000". */
const AMOUNT = /^\d{1,3}(?:[ ,.'’]?\d{3}){0,4}$|^\d{1,15}$/;

const unreadable: { readonly refusal: Refusal } = {
  refusal: {
    code: 'not-a-number',
    sentence: 'The amount cannot be read.',
    remedy: 'Write a whole number, or leave it empty.',
    fields: { amount: 'Write a whole number, or leave it empty.' },
  },
};

/** What the short form says; a refusal where the amount is none. */
export function stakeIn({ kind: chosen, question = '', ...fields }: Fields): Stake | { readonly refusal: Refusal } {
  const [amount, flag] = [fields['amount'], fields['flag']].map((text = '') => text.trim()) as [string, string];
  if (amount !== '' && !AMOUNT.test(amount)) return unreadable;
  return {
    kind: kinds.find(one => one === chosen) ?? 'transfer',
    why: question,
    ...(amount === '' ? {} : { amount: Number(amount.replace(/\D/g, '')) }),
    ...(flag === '' ? {} : { flag }),
  };
}
