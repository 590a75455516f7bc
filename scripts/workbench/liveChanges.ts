import type { Request, Response } from 'express';

/** What a page is told of: its ticket changed, the app stored something, or the clock was moved, paused or started. */
type Change = 'ticket' | 'app' | 'time';

/** Server-sent events to the open pages of one desk. */
export interface LiveChanges {
  /** Tells the page of one ticket until it goes. */
  follow(ticket: string, request: Request, response: Response): void;
  /** Tells the pages of one ticket, or all of them. */
  tell(change: Change, more: object, ticket?: string): void;
  stop(): void;
}

export function liveChanges(): LiveChanges {
  const pages = new Map<Response, string>();
  return {
    follow: (ticket, request, response) => {
      response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.flushHeaders();
      response.write('retry: 1000\n\n');
      pages.set(response, ticket);
      request.on('close', () => pages.delete(response));
    },
    tell: (change, more, ticket) => {
      const text = `event: ${change}\ndata: ${JSON.stringify(more)}\n\n`;
      pages.forEach((shown, page) => void ((ticket ?? shown) === shown && page.write(text)));
    },
    stop: () => pages.forEach((_, page) => page.end()),
  };
}
