import { invoke } from '@forge/bridge';

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
    return (await invoke('desk', request)) as Answer;
  } catch {
    return noAnswer;
  }
};

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

/** Who may tell something from outside, whether each has its key, and where they send it. */
export type SourcesAnswer =
  | { readonly ok: true; readonly address: string; readonly sources: readonly ChannelStanding[] }
  | { readonly ok: false; readonly sentence: string };

/** What a test alert of each severity would open. */
export type TriedAnswer =
  | {
      readonly ok: true;
      readonly tried: readonly { readonly severity: string; readonly text: string; readonly isSound: boolean }[];
    }
  | { readonly ok: false; readonly sentence: string };

/** The sources of the agreement in force. */
export const readSources = (): Promise<SourcesAnswer> => call({ type: 'sources' });

/** Checks a source's key and keeps it where it is one; the key before is good for a day. */
export const saveSource = (source: string, key: string): Promise<SourcesAnswer> =>
  call({ type: 'source', source, key });

/** Sends Baton's own door a signed test alert of each severity of a source; nothing is opened. */
export const trySource = (source: string): Promise<TriedAnswer> => call({ type: 'trial', source });
