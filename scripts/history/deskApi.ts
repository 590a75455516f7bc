import axios, { isAxiosError, type AxiosInstance, type AxiosResponse } from 'axios';
import type { z } from 'zod';
import { ExportError } from './exportError';

/** The time and chance that a pull goes by. */
export interface World {
  /** Epoch ms. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
}

/** Where a desk is, who asks, and how often at most. */
export interface DeskAccess {
  /** Origin of the tenant, such as `https://contoso.atlassian.net`. */
  readonly site: string;
  readonly user: string;
  readonly secret: string;
  readonly perMinute: number;
}

/** A question to a desk's REST API. */
export interface Question<Answer> {
  readonly path: string;
  /** Sent with POST; GET without it. */
  readonly body?: object;
  readonly form: z.ZodType<Answer>;
}

/** A desk's REST API. */
export interface DeskApi {
  /** @throws ExportError where there is no answer, or none that can be read */
  readonly ask: <Answer>(question: Question<Answer>) => Promise<Answer>;
  /** The same of something that may be gone or out of sight; undefined then. */
  readonly askIfThere: <Answer>(question: Question<Answer>) => Promise<Answer | undefined>;
}

/** What came back; no status where the connection broke. */
interface Reply {
  readonly status: number;
  readonly data?: unknown;
  readonly retryAfter?: string | undefined;
}

const [ATTEMPTS, LONGEST_WAIT, TIMEOUT] = [8, 60_000, 60_000];
const NO_CONNECTION = 0;

const isPassing = ({ status }: Reply): boolean => status === NO_CONNECTION || status === 429 || status >= 500;

/** How long to wait before asking again, ms: what the desk says, or longer each time; never two of us at once. */
export function waitBefore({ retryAfter }: Reply, attempt: number, { now, random }: World): number {
  const said = Number(retryAfter);
  if (retryAfter !== undefined && Number.isFinite(said)) return Math.round(1000 * (said + random()));
  const until = Date.parse(retryAfter ?? '');
  if (!Number.isNaN(until)) return Math.round(Math.max(0, until - now()) + 1000 * random());
  return Math.round(Math.min(LONGEST_WAIT, 1000 * 2 ** attempt) * (0.5 + random() / 2));
}

/** What a desk says is wrong, in its own words, one line of them. */
function saidIn(data: unknown): string {
  const { errorMessages, description, message } = Object(data) as Record<string, unknown>;
  const [first] = [...(Array.isArray(errorMessages) ? (errorMessages as unknown[]) : []), description, message];
  return typeof first === 'string' ? ` It says: ${first.replace(/\s+/g, ' ').slice(0, 300)}` : '';
}

function refused({ status, data }: Reply, site: string): ExportError {
  if (status === 401) return new ExportError(`${site} does not know these credentials. Check them, and who they are.`);
  if (status === 403) return new ExportError(`${site} does not let this account read that. Give it the right to.`);
  if (status === NO_CONNECTION) return new ExportError(`${site} cannot be reached. Check its address.`, true);
  if (isPassing({ status })) return new ExportError(`${site} is too busy, or down (${status}).`, true);
  return new ExportError(`${site} refused what was asked (${status}).${saidIn(data)}`);
}

async function sent(client: AxiosInstance, { path, body }: Question<unknown>): Promise<Reply> {
  try {
    const call = body === undefined ? client.get<unknown>(path) : client.post<unknown>(path, body);
    const { status, data, headers }: AxiosResponse<unknown> = await call;
    return { status, data, retryAfter: headers['retry-after'] as string | undefined };
  } catch (error) {
    // Its request holds the credentials, so nothing else of the error goes on from here.
    if (isAxiosError(error)) return { status: NO_CONNECTION };
    throw error;
  }
}

/** Lets questions through one after another, so many a minute at most. */
function pacing(perMinute: number, { now, sleep }: World): () => Promise<void> {
  let next = -Infinity;
  return async () => {
    const wait = next - now();
    if (wait > 0) await sleep(wait);
    next = now() + 60_000 / perMinute;
  };
}

/**
 * Speaks to a desk over HTTP: waits as it asks, tries again what may pass, and follows no redirect with credentials.
 */
export function deskApi({ site, user, secret, perMinute }: DeskAccess, world: World): DeskApi {
  const client = axios.create({
    ...{ baseURL: site, auth: { username: user, password: secret }, timeout: TIMEOUT, maxRedirects: 0 },
    ...{ validateStatus: () => true, headers: { accept: 'application/json' } },
  });
  const pace = pacing(perMinute, world);

  const replyTo = async (question: Question<unknown>): Promise<Reply> => {
    for (let attempt = 1; ; attempt += 1) {
      await pace();
      const reply = await sent(client, question);
      if (!isPassing(reply) || attempt === ATTEMPTS) return reply;
      await world.sleep(waitBefore(reply, attempt, world));
    }
  };

  const read = <Answer>(reply: Reply, { form }: Question<Answer>): Answer => {
    if (reply.status !== 200) throw refused(reply, site);
    const answer = form.safeParse(reply.data);
    if (answer.success) return answer.data;
    throw new ExportError(`${site} answered in a form that is not known here. Is it the address of the desk itself?`);
  };

  return {
    ask: async question => read(await replyTo(question), question),
    async askIfThere(question) {
      const reply = await replyTo(question);
      return reply.status === 404 || reply.status === 403 ? undefined : read(reply, question);
    },
  };
}
