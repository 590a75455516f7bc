import type { Mapping } from '@baton/shared';

const ROLES = ['status', 'team', 'person', 'priority', 'impact', 'type'] as const;

/** The fields of a ticket that a replay needs, as the mapping names them; nothing else is pulled. */
export const wantedFields = (mapping: Mapping): readonly string[] => [
  ...new Set(ROLES.flatMap(role => mapping[role] ?? [])),
];
