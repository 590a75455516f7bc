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

const noAnswer: AgreementAnswer = {
  ok: false,
  sentence: 'Baton cannot be reached just now. What you typed is still here: try again.',
};

const call = async (request: Record<string, string>): Promise<AgreementAnswer> => {
  try {
    return (await invoke('agreement', request)) as AgreementAnswer;
  } catch {
    return noAnswer;
  }
};

/** The agreement in force, as text. */
export const readAgreement = (): Promise<AgreementAnswer> => call({ type: 'read' });

/** Checks an agreement and puts it into force where it is sound. */
export const saveAgreement = (text: string): Promise<AgreementAnswer> => call({ type: 'save', text });
