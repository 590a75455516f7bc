/** A request as it reaches the platform or the product behind it. */
export interface HttpRequest {
  method: string;
  /** Path with query, or a whole address for a request that leaves the platform. */
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body?: string;
}

export interface HttpAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

export const jsonAnswer = (status: number, value: unknown): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8' },
  body: JSON.stringify(value),
});

/** How the platform's proxy says that it refused or failed; the SDK turns it into an error. */
export const proxyRefusal = (status: number, code: string): HttpAnswer => ({
  status,
  headers: { 'forge-proxy-error': code },
  body: '',
});

/** What the app's process asks of the platform through `__forge_fetch__`, or of the world through `fetch`. */
export interface PlatformCall extends HttpRequest {
  args: { type: string; provider?: string; remote?: string; accountId?: string };
}

/** Who a product call is made as: the app itself, or a person by account id. */
export interface ProductCall extends HttpRequest {
  as: 'app' | { accountId: string };
  /** Scopes the app was granted. */
  scopes: string[];
}

export type Product = (call: ProductCall) => HttpAnswer | Promise<HttpAnswer>;
