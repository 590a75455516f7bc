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

/** A channel that needs an address or a key, and whether it has one; never what it is. */
export interface ChannelStanding {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly isSet: boolean;
}

/** The channels of the agreement in force, or why they cannot be shown or kept. */
export type ChannelsAnswer =
  | { readonly ok: true; readonly channels: readonly ChannelStanding[] }
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

/** The channels that need an address or a key. */
export const readChannels = (): Promise<ChannelsAnswer> => call({ type: 'channels' });

/** Checks what was typed for a channel and keeps it where it is sound. */
export const saveChannel = (channel: string, typed: { address: string; key: string }): Promise<ChannelsAnswer> =>
  call({
    ...{ type: 'channel', channel },
    ...(typed.address === '' ? {} : { address: typed.address }),
    ...(typed.key === '' ? {} : { key: typed.key }),
  });
