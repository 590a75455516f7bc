import type { Request, Response } from 'express';

/** What other windows are told: a ticket changed, the app stored something, or time jumped. */
export interface LiveChange {
  kind: 'ticket' | 'app' | 'time';
  ticket?: number;
  /** The window that caused it; it needs no telling. */
  window?: string | undefined;
}

/** Server-sent events to all open ticket pages. */
export interface LiveChanges {
  tell(change: LiveChange): void;
  connect(request: Request, response: Response): void;
  close(): void;
}

/** Opens the channel. */
export function liveChanges(): LiveChanges {
  const open = new Set<Response>();
  return {
    tell: change => open.forEach(response => void response.write(`data: ${JSON.stringify(change)}\n\n`)),
    connect: (request, response) => {
      response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' });
      response.flushHeaders();
      response.write(': open\n\n');
      open.add(response);
      request.on('close', () => open.delete(response));
    },
    close: () => {
      open.forEach(response => response.end());
      open.clear();
    },
  };
}
