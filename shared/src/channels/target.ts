import { z } from 'zod';
import type { Channel } from '../agreement';
import { AgreementError, type Violation } from '../failures';
import { signingKey } from './signature';

/** Where a channel's messages go. Never logged, never in a fact. */
export interface Target {
  readonly host: string;
  /** Without a leading slash. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** PagerDuty's routing key, or the key that a webhook is signed with. */
  readonly key?: string;
}

/** What an administrator enters for a channel, beside the agreement. */
export interface ChannelSecret {
  readonly address?: string | undefined;
  readonly key?: string | undefined;
  /** The key before, of whoever tells Baton something: good while both stand there. */
  readonly former?: string | undefined;
}

const secret = z.strictObject({
  address: z.string().trim().max(2_000).exactOptional(),
  key: z.string().trim().max(200).exactOptional(),
  former: z.string().trim().max(200).exactOptional(),
});
const secrets = z.record(z.string(), secret);

const form = /^https:\/\/([A-Za-z0-9.-]+)\/([^?#\s]*)(?:\?([^#\s]*))?$/;
/** Names that no public address has, and addresses by number. */
const inside = /(^|\.)(localhost|local|internal|intranet|lan|corp|home|home\.arpa)$|^[^.]+$|^[0-9.]+$|\.$|\.\./i;

/** Power Automate runs a flow by an address that is signed in these parts of its query. */
const FLOW = ['api-version', 'sp', 'sv', 'sig'];
const FLOW_HOSTS = /(^|\.)(logic\.azure\.com|environment\.api\.powerplatform\.com)$/;

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

const queryOf = (text = ''): Record<string, string> =>
  Object.fromEntries(
    text
      .split('&')
      .filter(part => part !== '')
      .map(part => {
        const [name = '', ...value] = part.split('=');
        return [decoded(name), decoded(value.join('='))];
      }),
  );

/** A target, or what is wrong with what was entered; the sentence reads on after the path. */
type Read = { readonly target: Target } | { readonly problem: string };

function readAddress(address: string): Read {
  const [, host, path = '', query] = form.exec(address) ?? [];
  if (host === undefined) return { problem: 'is no address that starts with https:// and names a host and a path' };
  if (inside.test(host))
    return { problem: `points to ${host}, which is no public name; give an address on the internet` };
  return { target: { host: host.toLowerCase(), path, query: queryOf(query) } };
}

const isFlow = ({ host, query }: Target): boolean =>
  FLOW_HOSTS.test(host) && FLOW.every(name => query[name] !== undefined);

const addressed = (address: string | undefined, fits: (target: Target) => string | undefined): Read => {
  if (address === undefined) return { problem: 'is missing; paste the address that was made for Baton' };
  const read = readAddress(address);
  const problem = 'target' in read ? fits(read.target) : undefined;
  return problem === undefined ? read : { problem };
};

const slack = ({ host, path }: Target): string | undefined =>
  /^hooks\.slack(-gov)?\.com$/.test(host) && path.startsWith('services/')
    ? undefined
    : 'is no incoming webhook of Slack; it starts with https://hooks.slack.com/services/';

const teams = (target: Target): string | undefined =>
  isFlow(target)
    ? undefined
    : 'is no workflow of Teams; copy the whole address that “When a webhook request is received” shows';

const open = (target: Target): string | undefined =>
  Object.keys(target.query).length === 0 || isFlow(target)
    ? undefined
    : 'has a question mark in it; only addresses of Power Automate may, take one without';

function webhook({ address, key = '' }: ChannelSecret): Read {
  const read = addressed(address, open);
  if (signingKey(key) === undefined) {
    return { problem: 'has no signing key; give one that starts with whsec_ and is 24 to 64 bytes in base64' };
  }
  return 'target' in read ? { target: { ...read.target, key } } : read;
}

const PAGERDUTY = { us: 'events.pagerduty.com', eu: 'events.eu.pagerduty.com' } as const;

function pagerduty({ region = 'us' }: Channel, { key = '' }: ChannelSecret): Read {
  if (!/^[A-Za-z0-9]{32}$/.test(key)) {
    return { problem: 'has no routing key; give the 32 characters of the integration “Events API v2”' };
  }
  return { target: { host: PAGERDUTY[region], path: 'v2/enqueue', query: {}, key } };
}

/** Where a channel's messages go as entered, or what is wrong with that. The desk's own e-mail needs nothing. */
export function targetOf(channel: Channel, entered: ChannelSecret): Read {
  switch (channel.kind) {
    case 'slack':
      return addressed(entered.address, slack);
    case 'teams':
      return addressed(entered.address, teams);
    case 'webhook':
      return webhook(entered);
    case 'pagerduty':
      return pagerduty(channel, entered);
    case 'desk':
      return { problem: 'needs no address: the desk sends its own e-mail' };
  }
}

function parsed(text: string): unknown {
  try {
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    throw new AgreementError('syntax', 'The channels’ addresses are not valid JSON.');
  }
}

/**
 * Addresses and keys by channel, as an administrator enters them: `{ "noc": { "address": "https://…", "key": "…" } }`.
 * No message of what is wrong repeats any of it.
 *
 * @throws AgreementError
 */
export function readSecrets(text: string): Readonly<Record<string, ChannelSecret>> {
  const { data } = secrets.safeParse(parsed(text));
  if (data) return data;
  throw new AgreementError('schema', 'The channels’ addresses are not a list of { "address", "key" } by channel.');
}

/** What is wrong with the addresses and keys of an agreement's channels, each at its channel. */
export function secretViolations(
  channels: Readonly<Record<string, Channel>>,
  entered: Readonly<Record<string, ChannelSecret>>,
): readonly Violation[] {
  return Object.entries(entered).flatMap(([id, each]) => {
    const channel = Object.hasOwn(channels, id) ? channels[id] : undefined;
    if (!channel) return [{ path: id, message: 'is no channel of the agreement' }];
    const read = targetOf(channel, each);
    return 'problem' in read ? [{ path: id, message: read.problem }] : [];
  });
}
