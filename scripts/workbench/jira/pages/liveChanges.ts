import type { Request, Response } from 'express';
import type { Happening } from '../model/jiraModel';

/** Tells open pages by server-sent events that a work item changed. */
export interface LiveChanges {
  /** Keeps the response open for the pages of one work item. */
  follow(issueId: string, request: Request, response: Response): void;
  tell(happening: Happening): void;
  /** Tells every page that the workbench's clock was moved, paused or started. */
  timeMoved(): void;
  stop(): void;
}

export function liveChanges(): LiveChanges {
  const following = new Map<string, Set<Response>>();
  return {
    follow: (issueId, request, response) => {
      const all = following.get(issueId) ?? new Set();
      following.set(issueId, all.add(response));
      response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.flushHeaders();
      response.write('retry: 1000\n\n');
      request.on('close', () => all.delete(response));
    },
    tell: ({ kind, item, actor }) => {
      const changeType = kind === 'commented' ? 'commented' : 'updated';
      const changes = [{ changeType, atlassianId: actor.accountId }];
      const line = `data: ${JSON.stringify({ changes })}\n\n`;
      following.get(item.id)?.forEach(response => response.write(line));
    },
    timeMoved: () => following.forEach(all => all.forEach(response => response.write('event: time\ndata: {}\n\n'))),
    stop: () => following.forEach(all => all.forEach(response => response.end())),
  };
}
