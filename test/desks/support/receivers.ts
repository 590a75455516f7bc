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

/** How a channel's server answers the next message. */
export interface Reply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** The channels' servers: one local server that stands for every host outside. */
export interface Receivers {
  readonly outside: Outside;
  readonly received: Received[];
  /** Answers so from now on, or as the function says; 200 at the start. */
  answer(reply: Reply | ((message: Received) => Reply)): void;
  stop(): Promise<void>;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const listening = (server: Server): Promise<number> =>
  new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

/** Starts the channels' servers. */
export async function startReceivers(): Promise<Receivers> {
  const received: Received[] = [];
  let reply: (message: Received) => Reply = () => ({ status: 200 });
  const server = createServer((request, response) => {
    void textOf(request).then(text => {
      const headers = request.headers as Received['headers'];
      const message = { at: (request.url ?? '').slice(1), headers, text, body: JSON.parse(text) as Received['body'] };
      received.push(message);
      const { status, headers: given = {}, body = 'ok' } = reply(message);
      response.writeHead(status, given).end(body);
    });
  });
  const port = await listening(server);
  return {
    received,
    answer: given => void (reply = typeof given === 'function' ? given : () => given),
    outside: async ({ method, host, path, headers, body }) => {
      const address = `http://127.0.0.1:${port}/${host}${path}`;
      const sent = { method, headers, redirect: 'manual' as const, ...(body === undefined ? {} : { body }) };
      const answer = await fetch(address, sent);
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
    },
    stop: () => new Promise(resolve => server.close(() => resolve())),
  };
}
