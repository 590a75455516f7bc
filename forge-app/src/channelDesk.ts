import {
  deliver,
  drillOn,
  sendDigest,
  DeskError,
  type Answer,
  type Card,
  type ChannelDesk,
  type Directory,
  type Post,
} from '@baton/shared';
import { asApp, fetch, route } from '@forge/api';
import { carryOut } from './carryOut';
import { readDirectory } from './directoryStore';
import { readSecret } from './channelSecrets';
import { forgetDigest, intoDigest, mayGoAlone, readDigest, type Digest } from './digests';
import { readIssueAsApp } from './jiraDesk';
import { portsFor } from './ledgerPorts';
import { outages } from './outages';
import { restAnswer } from './platformErrors';
import { TRACE } from './internalComments';
import { replyTo, type Speaks } from './publicComments';
import { translateIssue } from './translateJira';

/** How long a channel may take to answer, ms; and how long one invocation goes on beginning messages. */
const ANSWERS_WITHIN = 10_000;
const LONGEST = 35_000;

const addressOf = ({ host, path, query }: Post): string => {
  const asked = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return `https://${host}/${path}${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
};

const headersOf = ({ signed }: Post): Record<string, string> => ({
  'Content-Type': 'application/json',
  ...(signed
    ? { 'webhook-id': signed.id, 'webhook-timestamp': signed.timestamp, 'webhook-signature': signed.signature }
    : {}),
});

/** Seconds, or a date. */
function waitsOf(header: string | null): { waits?: number } {
  if (header === null) return {};
  const waits = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return waits > 0 ? { waits } : {};
}

/** An answer's body is never read, however large. No line says where the message went: the address is a secret. */
export async function post(message: Post): Promise<Answer> {
  const sent = {
    method: 'POST',
    headers: headersOf(message),
    body: message.body,
    redirect: 'manual' as const,
    signal: AbortSignal.timeout(ANSWERS_WITHIN) as never,
  };
  const answer = await fetch(addressOf(message), sent).catch(() => {
    throw new DeskError('unreachable', 'A channel did not answer.');
  });
  return { status: answer.status, ...waitsOf(answer.headers.get('retry-after')) };
}

const textOf = ({ text, lines, link, open, bridge }: Card): string =>
  [
    text,
    ...lines.map(({ label, value }) => `${label}: ${value}`),
    `${open}: ${link.url}`,
    ...(bridge === undefined ? [] : [`Join the call: ${bridge}`]),
  ].join('\n');

/** Jira itself sends the e-mail. @throws DeskError */
async function mail(id: string, directory: Directory, card: Card, people: readonly string[]): Promise<void> {
  const users = people.flatMap(person => {
    const accountId = directory.people[person]?.jira;
    return accountId === undefined ? [] : [{ accountId }];
  });
  const body = JSON.stringify({ subject: `Baton: ${card.title}`, textBody: textOf(card), to: { users } });
  const headers = { 'Content-Type': 'application/json', ...TRACE };
  const call = asApp().requestJira(route`/rest/api/3/issue/${id}/notify`, { method: 'POST', headers, body });
  await restAnswer(call, 'sending an e-mail');
}

async function site(): Promise<string> {
  const call = asApp().requestJira(route`/rest/api/3/serverInfo`);
  const { baseUrl } = (await restAnswer(call, 'reading where the site is')) as { baseUrl?: string };
  if (baseUrl === undefined) throw new DeskError('unexpected', 'Jira does not say where the site is.');
  return baseUrl;
}

async function linkTo(id: string): Promise<{ label: string; url: string }> {
  const [issue, baseUrl] = await Promise.all([readIssueAsApp(id), site()]);
  return { label: issue.key, url: `${baseUrl}/browse/${issue.key}` };
}

/** Says on a channel that this is a drill. @throws DeskError where Jira does not say where it is */
export const drillOnChannel = async (directory: Directory, channel: string) =>
  drillOn({ now: Date.now(), secretOf: readSecret, post }, directory, channel, { label: 'Jira', url: await site() });

function channelDesk(id: string, directory: Directory, speaks: Speaks): ChannelDesk {
  const now = Date.now();
  return {
    name: 'jira',
    now,
    secretOf: readSecret,
    post,
    mail: ({ card, people }) => mail(id, directory, card, people),
    reply: reply => replyTo(id, directory, reply, speaks),
    linkTo,
    jitter: Math.random,
    outages,
    pace: { mayGoAlone, intoDigest },
    hasTime: () => Date.now() - now < LONGEST,
  };
}

/**
 * Sends what waits on a work item's ledger, and does what follows on it; to the customer in the name of whoever speaks.
 *
 * @throws LedgerError, DeskError
 */
export async function sendOutside(
  id: string,
  directory: Directory,
  notices: readonly number[],
  speaks: Speaks = 'the app',
): Promise<void> {
  const ports = portsFor(directory, async () => translateIssue(directory, await readIssueAsApp(id)).facts);
  await carryOut(id, directory, await deliver(ports, id, notices, channelDesk(id, directory, speaks)));
}

/** Sends what was gathered for a channel in five minutes. @throws DeskError where it does not take it */
export async function sendGathered(digest: Digest): Promise<void> {
  const entries = await readDigest(digest);
  const desk = { name: 'jira', now: Date.now(), secretOf: readSecret, post } as const;
  await sendDigest(desk, await readDirectory(), digest.channel, entries);
  await forgetDigest(digest, entries);
}
