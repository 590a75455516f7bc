import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outside } from '../../../scripts/workbench/outside';

/** A message as a channel's server got it. */
export interface Received {
  /** `hooks.slack.com/services/T/B/X`, with its query. */
  readonly at: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** How a channel's server answers the next message; it may hang up instead. */
export type Reply =
  { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string } | 'hangs up';
/** Why no answer ever comes. */
export type Lost = 'never answers' | 'is not there';

/** The channels' servers: one local server that stands for every host outside. */
export interface Receivers {
  readonly outside: Outside;
  readonly received: Received[];
  /** Answers so from now on, or as the function says; 200 at the start. */
  answer(reply: Reply | ((message: Received) => Reply | Promise<Reply>)): void;
  /** From now on no answer comes from that host; without one every host answers. */
  loses(host?: string, how?: Lost): void;
  stop(): Promise<void>;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const listening = (server: Server): Promise<number> =>
  new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

/** Whoever sends waits so long, ms, for an answer that never comes: far shorter than a desk would. */
const PATIENCE = 50;
/** Nobody listens there. */
const NOBODY = 1;

/** Starts the channels' servers. */
export async function startReceivers(): Promise<Receivers> {
  const received: Received[] = [];
  let reply: (message: Received) => Reply | Promise<Reply> = () => ({ status: 200 });
  let lost: { host?: string | undefined; how?: Lost | undefined } = {};
  const server = createServer((request, response) => {
    void textOf(request).then(async text => {
      const headers = request.headers as Received['headers'];
      const message = { at: (request.url ?? '').slice(1), headers, text, body: JSON.parse(text) as Received['body'] };
      received.push(message);
      if (lost.host !== undefined && message.at.startsWith(`${lost.host}/`)) return;
      const answer = await reply(message);
      if (answer === 'hangs up') return void request.socket.destroy();
      const { status, headers: given = {}, body = 'ok' } = answer;
      response.writeHead(status, given).end(body);
    });
  });
  const port = await listening(server);
  return {
    received,
    answer: given => void (reply = typeof given === 'function' ? given : () => given),
    loses: (host, how) => void (lost = { host, how }),
    outside: async ({ method, host, path, headers, body }) => {
      const next = host === lost.host ? lost.how : undefined;
      const address = `http://127.0.0.1:${next === 'is not there' ? NOBODY : port}/${host}${path}`;
      const limits = next === 'never answers' ? { signal: AbortSignal.timeout(PATIENCE) } : {};
      const sent = { method, headers, redirect: 'manual' as const, ...(body === undefined ? {} : { body }) };
      const answer = await fetch(address, { ...sent, ...limits });
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
