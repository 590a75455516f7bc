import {
  deliver,
  drillOn,
  hasSaid,
  type Card,
  type ChannelDesk,
  type CustomerReply,
  type Notice,
  type Post,
} from '@baton/shared';
import { ask, readConversations, readTicket } from './freshserviceDesk';
import type { Installation } from './installation';
import { outagesOf } from './outages';
import { answerTo } from './platformErrors';
import { emailsOf } from './recipients';
import { escaped } from './escaped';
import { instantOfText, translateTicket } from './translateFreshservice';

/** A handler has twenty seconds; a message that is begun within these can still be noted. */
const LONGEST = 8_000;

/** A template names each part of a query and each header: what a flow of Power Automate needs, and what a signature does. */
function templateFor({ query, signed }: Post): string {
  if (Object.keys(query).length === 0) return signed ? 'postSigned' : 'postMessage';
  return signed ? 'postSignedToFlow' : 'postToFlow';
}

const flowOf = ({ query }: Post): Record<string, string> => ({
  apiVersion: query['api-version'] ?? '',
  sp: query['sp'] ?? '',
  sv: query['sv'] ?? '',
  sig: query['sig'] ?? '',
});

/** Posts a message by the template it fits. @throws DeskError */
export const post: ChannelDesk['post'] = message => {
  const { host, path, body, signed } = message;
  const context = { host, path, ...flowOf(message), ...signed };
  return answerTo($request.invokeTemplate(templateFor(message), { context, body }));
};

const mailText = ({ title, text, lines, bridge }: Card): string =>
  [
    `${title}. ${text}`,
    ...lines.map(({ label, value }) => `${label}: ${value}`),
    ...(bridge === undefined ? [] : [`Join the call: ${bridge}`]),
  ].join('\n');

const inHtml = (text: string): string => escaped(text).replace(/\n/g, '<br>');

/** Freshservice keeps whole seconds. */
const A_SECOND = 1_000;

async function isThere(ticketId: string, { text, since }: CustomerReply): Promise<boolean> {
  const replies = (await readConversations(ticketId)).filter(said => !said.private && !said.incoming);
  return replies.some(said => instantOfText(said.created_at) > since - A_SECOND && hasSaid(said.body_text, text));
}

/** A reply of Baton's own agent, which says who wrote it. @throws DeskError */
async function reply(ticketId: string, { directory }: Installation, said: CustomerReply): Promise<void> {
  if (said.mayBeThere && (await isThere(ticketId, said))) return;
  const writer = directory.people[said.person]?.name;
  const signed = writer === undefined ? said.text : `${said.text}\n\n${writer}`;
  await ask('reply', { ticketId }, { body: inHtml(signed) });
}

function channelDesk(ticket: string, installation: Installation, now: number): ChannelDesk {
  const { directory, domain, secretOf } = installation;
  return {
    name: 'freshservice',
    now,
    secretOf: id => Promise.resolve(secretOf(id)),
    post,
    mail: async ({ card, people }) => {
      const notify_emails = await emailsOf(directory, people);
      await ask('addNote', { ticketId: ticket }, { body: inHtml(mailText(card)), private: true, notify_emails });
    },
    reply: said => reply(ticket, installation, said),
    linkTo: id => Promise.resolve({ label: `#${id}`, url: `https://${domain}/a/tickets/${id}` }),
    outages: outagesOf(installation, now),
    jitter: Math.random,
    hasTime: () => Date.now() - now < LONGEST,
  };
}

/** Says on a channel that this is a drill. */
export const drillOnChannel = (
  { directory, domain, secretOf }: Installation,
  channel: string,
  now: number,
): ReturnType<typeof drillOn> =>
  drillOn({ now, secretOf: id => Promise.resolve(secretOf(id)), post }, directory, channel, {
    label: 'Freshservice',
    url: `https://${domain}`,
  });

/** Sends what waits on a ticket's ledger outside it; the desk's part of what follows. @throws LedgerError, DeskError */
export function sendOutside(
  ticket: string,
  installation: Installation,
  notices: readonly number[],
): Promise<readonly Notice[]> {
  const { directory, portsFor } = installation;
  const ports = portsFor(async () => translateTicket(directory, await readTicket(ticket)).facts);
  return deliver(ports, ticket, notices, channelDesk(ticket, installation, Date.now()));
}
