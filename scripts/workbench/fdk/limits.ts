/** The figures the marketplace documents for one installation, in bytes, milliseconds and calls per minute. */
export const documentedLimits = {
  serverMethodsPerMinute: 50,
  serverMethodBytes: 100 * 1024,
  eventBytes: 256 * 1024,
  externalEventsPerMinute: 250,
  externalEventBytes: 100 * 1024,
  replyMs: 20_000,
  keyValuePerMinute: 50,
  keyLength: 60,
  keyValueBytes: 40 * 1024,
  entities: 5,
  entityFields: 20,
  entitiesPerMinute: 250,
  entityRecords: 10_000,
  entityRecordBytes: 100 * 1024,
  /** The page size is not documented; this one is small enough that markers are really followed. */
  entityPage: 100,
  queryTerms: 24,
  requestsPerMinute: 50,
  requestBytes: 100 * 1024,
  requestMs: 15_000,
  requestTemplates: 100,
  schedules: 1000,
  recurringSchedules: 1,
  scheduleBytes: 4 * 1024,
  scheduleAheadMs: 5 * 60_000,
  scheduleNameLength: 30,
  jobMs: 120_000,
  runningJobs: 15,
  jobCallsPerMinute: 50,
  setupMessageLength: 60,
};

/** The same figures, some of them changed for a test or an import. */
export type Limits = typeof documentedLimits;
