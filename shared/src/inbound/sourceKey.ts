import type { Agreement, Source } from '../agreement';
import { secretViolations, signingKey, type ChannelSecret } from '../channels';
import type { Violation } from '../failures';

/** What is wrong with a key that a source is to sign with; the sentence reads on after its name. */
export function keyViolation({ kind }: Source, key: string): string | undefined {
  if (kind === 'pagerduty') {
    return /^\S{16,200}$/.test(key)
      ? undefined
      : 'has no signing secret; copy the one PagerDuty showed for the webhook';
  }
  return signingKey(key)
    ? undefined
    : 'has no signing key; give one that starts with whsec_ and is 24 to 64 bytes in base64';
}

const keysOf = ({ key = '', former }: ChannelSecret): readonly string[] =>
  former === undefined ? [key] : [key, former];

/** What is wrong with what was entered for an agreement's channels and sources, each at its name. */
export function enteredViolations(
  { channels, sources }: Pick<Agreement, 'channels' | 'sources'>,
  entered: Readonly<Record<string, ChannelSecret>>,
): readonly Violation[] {
  const ofSources = Object.entries(entered).filter(([id]) => Object.hasOwn(sources, id));
  const others = Object.entries(entered).filter(([id]) => !Object.hasOwn(sources, id));
  return [
    ...secretViolations(channels, Object.fromEntries(others)),
    ...ofSources.flatMap(([path, secret]) =>
      keysOf(secret).flatMap(key => {
        const message = keyViolation(sources[path] as Source, key);
        return message === undefined ? [] : [{ path, message }];
      }),
    ),
  ];
}
