import type { Account } from '../model/accounts';
import type { Actor, JiraModel } from '../model/jiraModel';
import type { WorkItem } from '../model/workItems';
import type { Workflow } from '../workflow';
import type { Beans } from './beans';

/** One REST call, taken apart. */
export interface RestRequest {
  model: JiraModel;
  beans: Beans;
  now: number;
  account: Account;
  actor: Actor;
  params: Record<string, string>;
  query: URLSearchParams;
  workflow: Workflow;
  /** As JSON; undefined when the request has none. */
  body: unknown;
}

export interface RestAnswer {
  status: number;
  body?: unknown;
}

/** Thrown by a route; answered in Jira's error shape. */
export class RestError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** The field it is about, if any. */
    readonly field?: string,
  ) {
    super(message);
  }
}

export const errorBody = ({ field, message }: Pick<RestError, 'field' | 'message'>) => ({
  errorMessages: field ? [] : [message],
  errors: field ? { [field]: message } : {},
});

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{name}` for a part of the path. */
  path: string;
  /** The scope an app needs; none when absent. */
  scope?: string;
  handle(request: RestRequest): RestAnswer | Promise<RestAnswer>;
}

export const ok = (body: unknown, status = 200): RestAnswer => ({ status, body });
export const noContent: RestAnswer = { status: 204 };

/** The body as an object of which any field may be missing. */
export const sent = <Body>({ body }: Pick<RestRequest, 'body'>) => (body ?? {}) as Partial<Body>;

/** The work item the path names, or Jira's 404. */
export function itemOf({ model, params }: Pick<RestRequest, 'model' | 'params'>): WorkItem {
  const found = model.find(params.id ?? '');
  if (!found) throw new RestError(404, 'Issue does not exist or you do not have permission to see it.');
  return found;
}

/** A page of a list by `startAt` and `maxResults`, with the envelope Jira puts around it. */
export function paged<T>(list: T[], query: URLSearchParams, mostResults = 100) {
  const startAt = Number(query.get('startAt') ?? 0);
  const maxResults = Math.min(Number(query.get('maxResults') ?? mostResults), mostResults);
  return { startAt, maxResults, total: list.length, page: list.slice(startAt, startAt + maxResults) };
}
