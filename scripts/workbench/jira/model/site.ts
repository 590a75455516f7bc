/** What is fixed on the Jira stand-in: one service space, its statuses, priorities and work types. */

export interface Named {
  id: string;
  name: string;
}

export interface Status extends Named {
  category: { id: number; key: 'new' | 'indeterminate' | 'done'; name: string; colorName: string };
}

const TO_DO = { id: 2, key: 'new', name: 'To Do', colorName: 'blue-gray' } as const;
const IN_PROGRESS = { id: 4, key: 'indeterminate', name: 'In Progress', colorName: 'yellow' } as const;
const DONE = { id: 3, key: 'done', name: 'Done', colorName: 'green' } as const;

export const PROJECT = { id: '10000', key: 'SUP', name: 'Contoso Support', projectTypeKey: 'service_desk' };

export const STATUSES: readonly Status[] = [
  { id: '10001', name: 'Open', category: TO_DO },
  { id: '10002', name: 'Pending', category: IN_PROGRESS },
  { id: '10003', name: 'Resolved', category: DONE },
  { id: '10004', name: 'Closed', category: DONE },
  { id: '10005', name: 'With MSP', category: IN_PROGRESS },
  { id: '10006', name: 'With client IT', category: IN_PROGRESS },
];

/** Every status can be reached from every other; a transition is named after where it leads. */
export const transitionIdTo = (status: Named) => String(Number(status.id) - 10_000) + '1';

export const PRIORITIES: readonly Named[] = ['1', '2', '3', '4'].map(id => ({ id, name: `P${id}` }));

export const ISSUE_TYPES: readonly Named[] = [
  { id: '10010', name: '[System] Incident' },
  { id: '10011', name: '[System] Service request' },
];

export const RESOLUTION: Named = { id: '10000', name: 'Done' };

/** Time to resolution by priority id, in ms, counted day and night. */
export const SLA_GOAL_MS: Readonly<Record<string, number>> = {
  '1': 4 * 3_600_000,
  '2': 8 * 3_600_000,
  '3': 24 * 3_600_000,
  '4': 72 * 3_600_000,
};

/** The item of a fixed list; its absence is a mistake of the stand-in itself. */
export function known<T extends Named>(list: readonly T[], id: string): T {
  const found = list.find(item => item.id === id);
  if (!found) throw new Error(`The Jira stand-in knows no ${id}`);
  return found;
}
