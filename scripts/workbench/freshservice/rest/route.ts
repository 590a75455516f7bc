import type { Actor, Directory } from '../desk/directory';
import type { ServiceDesk } from '../desk/serviceDesk';
import type { CallKind } from './rateLimit';

/** One authenticated REST call. */
export interface RestCall {
  params: string[];
  query: URLSearchParams;
  body: Record<string, unknown>;
  actor: Actor;
}

/** What the routes work on. */
export interface Account {
  desk: ServiceDesk;
  people: Directory;
  now(): number;
}

export interface RestAnswer {
  status?: number;
  body: Record<string, unknown>;
}

export interface Route {
  method: string;
  /** Path below /api/v2; its groups are the call's params. */
  path: RegExp;
  kind: CallKind;
  /** What each `include` costs on top. */
  perInclude?: number;
  answer(call: RestCall, account: Account): RestAnswer;
}

/** Page and page size of a list call. */
export function paged<T>(items: T[], query: URLSearchParams, most: number, usual = 30): T[] {
  const page = Math.max(1, Number(query.get('page') ?? 1) || 1);
  const size = Math.min(most, Math.max(1, Number(query.get('per_page') ?? usual) || usual));
  return items.slice((page - 1) * size, page * size);
}
