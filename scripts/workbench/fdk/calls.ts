import type { ActionCost, Costs } from '../costs';
import { startInvocation, type Invocation, type InvocationHost, type RunningCall } from './invocation';

/** Starts calls and knows which are still running. */
export interface Calls {
  start(invocation: Invocation): RunningCall;
  running(): number;
  idle(): Promise<void>;
}

const writingKinds = ['storage.write', 'entity.write', 'desk.write'] as const;

const hasWritten = (cost: ActionCost | undefined) => writingKinds.some(kind => (cost?.operations[kind] ?? 0) > 0);

/** Keeps track of the calls of one host; `onWritten` is told when one that wrote something is over. */
export function trackedCalls(host: InvocationHost, costs: Costs, onWritten: (invocation: Invocation) => void): Calls {
  const running = new Set<Promise<void>>();
  return {
    start: invocation => {
      costs.count(invocation.cost, 'invocation');
      const call = startInvocation(host, invocation);
      const over = call.over.then(() => {
        running.delete(over);
        if (hasWritten(invocation.cost)) onWritten(invocation);
      });
      running.add(over);
      return { reply: call.reply, over };
    },
    running: () => running.size,
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
