import { invoke } from '@forge/bridge';

/** What the page says about an agreement that is wrong, at one place of it. */
export interface AgreementFault {
  /** Dotted path into the document; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** What the resolver `agreement` answers. */
export interface AgreementAnswer {
  readonly ok: boolean;
  readonly text?: string;
  readonly sentence?: string;
  readonly violations?: readonly AgreementFault[];
}

/** The transitions that carry Baton's validator, or why they cannot be listed. */
export type ValidatorUsesAnswer =
  | { readonly ok: true; readonly uses: readonly { readonly workflow: string; readonly transition: string }[] }
  | { readonly ok: false; readonly sentence: string };

const noAnswer = {
  ok: false,
  sentence: 'Baton cannot be reached just now. What you typed is still here: try again.',
} as const;

const call = async <Answer>(request: Record<string, string>): Promise<Answer | typeof noAnswer> => {
  try {
    return (await invoke('agreement', request)) as Answer;
  } catch {
    return noAnswer;
  }
};

/** The agreement in force, as text. */
export const readAgreement = (): Promise<AgreementAnswer> => call({ type: 'read' });

/** Checks an agreement and puts it into force where it is sound. */
export const saveAgreement = (text: string): Promise<AgreementAnswer> => call({ type: 'save', text });

/** Where Baton's validator stands in the site's workflows. */
export const readValidatorUses = (): Promise<ValidatorUsesAnswer> => call({ type: 'validator' });
