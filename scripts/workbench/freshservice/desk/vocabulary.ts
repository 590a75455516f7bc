/** Native numbers and names of the values a ticket's fields take. */
export const statusNames: Record<number, string> = { 2: 'Open', 3: 'Pending', 4: 'Resolved', 5: 'Closed' };

export const priorityNames: Record<number, string> = { 1: 'Low', 2: 'Medium', 3: 'High', 4: 'Urgent' };

export const levelNames: Record<number, string> = { 1: 'Low', 2: 'Medium', 3: 'High' };

/** Native status numbers by the words the workbench uses. */
export const statusNumbers = { open: 2, pending: 3, resolved: 4, closed: 5 } as const;

/** The workbench counts 1 as most urgent; here 4 is. */
export const priorityNumber = (urgency: 1 | 2 | 3 | 4): number => 5 - urgency;

const railsZones: Record<string, string> = {
  'Europe/Lisbon': 'Lisbon',
  'Europe/Madrid': 'Madrid',
  'Europe/London': 'London',
  'Europe/Paris': 'Paris',
  'Europe/Berlin': 'Berlin',
  'Asia/Kolkata': 'Chennai',
  'America/New_York': 'Eastern Time (US & Canada)',
  'America/Chicago': 'Central Time (US & Canada)',
  'America/Los_Angeles': 'Pacific Time (US & Canada)',
  'Australia/Sydney': 'Sydney',
  UTC: 'UTC',
};

/** Freshservice names time zones as Rails does; for others the city is a fair guess. */
export function railsZone(zone: string): string {
  return railsZones[zone] ?? zone.split('/').at(-1)?.replaceAll('_', ' ') ?? 'UTC';
}
