/**
 * Counts what each action costs on a platform, in the platform's own units, so that design budgets can be
 * held against real figures. An action is opened where something starts (a panel's request, a product event,
 * a sweep); every platform operation below it is counted on it.
 */
export type OperationKind =
  | 'invocation'
  | 'storage.read'
  | 'storage.write'
  | 'storage.query'
  | 'entity.read'
  | 'entity.write'
  | 'desk.read'
  | 'desk.write'
  | 'queue.push'
  | 'schedule';

export interface ActionCost {
  id: number;
  desk: 'freshservice' | 'jira';
  /** What started it, in words: "panel accept", "event onTicketUpdate", "sweep". */
  action: string;
  /** Epoch ms on the workbench. */
  at: number;
  operations: Partial<Record<OperationKind, number>>;
}

export interface Costs {
  open(desk: ActionCost['desk'], action: string): ActionCost;
  count(cost: ActionCost | undefined, kind: OperationKind, times?: number): void;
  /** Newest first, the last 500 unless said otherwise. */
  list(): ActionCost[];
}

export function actionCosts(now: () => number, most = 500): Costs {
  const kept: ActionCost[] = [];
  let last = 0;
  return {
    open: (desk, action) => {
      const cost: ActionCost = { id: ++last, desk, action, at: now(), operations: {} };
      kept.unshift(cost);
      kept.length = Math.min(kept.length, most);
      return cost;
    },
    count: (cost, kind, times = 1) => {
      if (cost) cost.operations[kind] = (cost.operations[kind] ?? 0) + times;
    },
    list: () => kept,
  };
}
