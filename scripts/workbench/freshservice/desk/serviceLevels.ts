const hour = 3600;

/** Seconds to respond and resolve by native priority, around the clock. */
export const targets: Record<number, { respond: number; resolve: number }> = {
  4: { respond: hour / 2, resolve: 4 * hour },
  3: { respond: hour, resolve: 8 * hour },
  2: { respond: 4 * hour, resolve: 24 * hour },
  1: { respond: 8 * hour, resolve: 72 * hour },
};

/** An instant as the API writes it: UTC, whole seconds. */
export function apiTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** Due times of a ticket opened at `created`. */
export function dueTimes(created: string, priority: number): { due_by: string; fr_due_by: string } {
  const { respond, resolve } = targets[priority] ?? { respond: 8 * hour, resolve: 72 * hour };
  const start = Date.parse(created);
  return { due_by: apiTime(start + resolve * 1000), fr_due_by: apiTime(start + respond * 1000) };
}

/** `GET /sla_policies`. */
export const slaPolicies = [
  {
    id: 1,
    name: 'Default SLA Policy',
    position: 1,
    is_default: true,
    active: true,
    deleted: false,
    description: 'Respond and resolve by priority, around the clock',
    sla_targets: Object.entries(targets).map(([priority, { respond, resolve }]) => ({
      priority: Number(priority),
      respond_within: respond,
      resolve_within: resolve,
      business_hours: false,
      escalation_enabled: false,
    })),
    applicable_to: {},
    workspace_id: 2,
  },
];

const workday = { beginning_of_workday: '09:00', end_of_workday: '18:00' };

/** `GET /business_hours`: a missing day is closed, the zone is a Rails name. */
export const businessHours = [
  {
    id: 1,
    name: 'Contoso office hours',
    description: null,
    is_default: true,
    time_zone: 'Lisbon',
    service_desk_hours: { monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday },
    list_of_holidays: [
      { holiday_date: '--01-01', holiday_name: "New Year's Day" },
      { holiday_date: '--12-25', holiday_name: 'Christmas Day' },
    ],
    workspace_id: 2,
  },
];
