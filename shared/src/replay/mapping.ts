import { z } from 'zod';
import { calendarProblems, instantFormat, isTimeZone, type CalendarSpec } from '../time';

const column = z.string().min(1);
const values = z.array(z.string()).default([]);

const calendar = z.custom<CalendarSpec>().superRefine((spec, context) => {
  for (const { path, message } of calendarProblems(spec))
    context.addIssue({ code: 'custom', path: path === '' ? [] : path.split('.'), message });
});

/** Which columns of a log mean what. Only the case, the instant and the status have to be named. */
export const mappingSchema = z.strictObject({
  format: z.enum(['csv', 'ndjson', 'jira', 'freshservice']).default('csv'),
  /** Column that names the case. */
  case: column,
  /** Column of the instant of the event. */
  at: column,
  /** date-fns tokens of the instant, such as `dd-MM-yyyy HH:mm`; ISO 8601 where absent. */
  atFormat: column.exactOptional(),
  /** IANA zone of instants that say no offset. */
  zone: z.string().refine(isTimeZone, 'is no IANA time zone, such as Europe/Vilnius').default('UTC'),
  /** Column that says which of two events at one instant came first. */
  order: column.exactOptional(),
  status: column,
  team: column.exactOptional(),
  person: column.exactOptional(),
  priority: column.exactOptional(),
  impact: column.exactOptional(),
  type: column.exactOptional(),
  title: column.exactOptional(),
  /** Of Jira: whose the changes are, where a file has nothing but those of one issue. */
  issue: column.exactOptional(),
  /** Values that mean nothing is known, besides an empty one. */
  missing: values,
  /** Statuses in which somebody else is waited for. */
  waiting: values,
  /** Statuses in which the work is done. */
  resolved: values,
  /** Hours that count; around the clock where absent. */
  calendar: calendar.exactOptional(),
  /** Whose the teams of the log are, by name, where no agreement says so. */
  parties: z.strictObject({ client: values, msp: values }).prefault({}),
  /** Whose a ticket is while one of these people has it, by name, where its team does not tell. */
  people: z.strictObject({ client: values, msp: values }).prefault({}),
  /** Of a CSV file: what stands between its columns, and how its bytes are to be read. */
  delimiter: z.string().length(1).default(','),
  encoding: z.enum(['utf-8', 'utf-16le', 'windows-1252']).default('utf-8'),
});

/** Which columns of a log mean what; see {@link mappingSchema}. */
export type Mapping = z.infer<typeof mappingSchema>;

/** What the desks' own exports call things, where a mapping says nothing else. */
const USUAL: Readonly<Record<string, object>> = {
  jira: {
    ...{ case: 'key', at: 'fields.created', status: 'status', person: 'assignee', priority: 'priority' },
    ...{ type: 'issuetype', waiting: ['Waiting for customer', 'Pending'] },
    resolved: ['Resolved', 'Closed', 'Done', 'Canceled'],
  },
  freshservice: {
    ...{ case: 'id', at: 'created_at', status: 'Status', team: 'Group', person: 'Agent', priority: 'Priority' },
    ...{ impact: 'Impact', type: 'Type', missing: ['none'], waiting: ['Pending'], resolved: ['Resolved', 'Closed'] },
  },
};

/** What a desk's own export calls things; nothing of a format that is no desk's. */
export const usualMapping = (format: unknown): object => (typeof format === 'string' ? (USUAL[format] ?? {}) : {});

const withUsual = (document: unknown): unknown =>
  typeof document === 'object' && document !== null && 'format' in document
    ? { ...usualMapping(document.format), ...document }
    : document;

/** A mapping that cannot be used: every mistake with its place. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
  constructor(readonly mistakes: readonly string[]) {
    super(`The mapping cannot be used. ${mistakes.join(' ')}`);
  }
}

/**
 * Reads a mapping from plain data.
 *
 * @throws MappingError with every mistake
 */
export function readMapping(document: unknown): Mapping {
  const read = mappingSchema.safeParse(withUsual(document));
  if (read.success) return read.data;
  throw new MappingError(
    read.error.issues.map(({ path, message }) => `${path.join('.') || 'The whole'}: ${message}.`.replace('..', '.')),
  );
}

/** Whether the mapping's form of instants is one that Baton reads itself. */
export const readsInstants = ({ atFormat, zone }: Mapping): boolean =>
  atFormat === undefined || instantFormat(atFormat, zone) !== undefined;
