/** What the parts of an agreement are called on screen, where their names taken apart would not say it. */
const words: Readonly<Record<string, string>> = {
  'client>msp': 'to the provider',
  'msp>client': 'to client IT',
  msp: 'provider',
  client: 'client IT',
  boundaries: 'crossings',
  targets: 'promises',
  resolve: 'resolve within',
  respond: 'respond within',
  acknowledge: 'accept within',
  nextAction: 'next action within',
  decide: 'decide within',
  answer: 'answer within',
  chase: 'chase every',
  lease: 'lapses without work after',
  hold: 'in hand at most',
  report: 'report within',
  mode: 'how strictly',
  receiver: 'who receives',
  ladder: 'steps of an offer',
  rungs: 'whom it calls meanwhile',
  tests: 'examples',
  scope: 'where it counts',
  reopenWindowDays: 'days in which a ticket reopens',
  confirmationDays: 'days until silence confirms',
  retentionDays: 'days that records are kept',
  deemedAccepted: 'accepted where nobody answers',
  visibleAtOffer: 'seen by the receiver from the offer on',
  closedReceiver: 'while the receiver is closed',
  clockOfRecord: 'whose clock counts',
  governedBy: 'kind of promise',
  fastTrack: 'a major incident from the start',
  bothAbove: 'one of each party from',
  isBlocking: 'waits for the approval',
  stopClock: 'waits without the clock',
  toAndFro: 'goes to and fro',
  timeZone: 'time zone',
  raci: 'RACI',
  jira: 'Jira',
  freshservice: 'Freshservice',
  jiraGroups: 'Jira groups',
  freshserviceGroups: 'Freshservice groups',
  worksAt: 'where it works',
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** `reopenWindowDays` is reopen window days; what people named, with a sign or a capital in it, stands for itself. */
const takenApart = (step: string): string =>
  /^[a-z]+([A-Z][a-z]+)+$/.test(step) ? step.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`) : step;

/** A line of a list without a name of its own is counted as people count, from 1. */
const wordOf = (step: string): string => {
  if (/^\d+$/.test(step)) return `line ${Number(step) + 1}`;
  return Object.hasOwn(words, step) ? (words[step] ?? step) : takenApart(step);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What people call a part: its name, or that of its cell where it is one of a list. */
function nameIn(part: unknown): string | undefined {
  if (!isRecord(part)) return undefined;
  const named = part['name'] ?? part['id'];
  return typeof named === 'string' && named !== '' ? named : undefined;
}

/** The part of a document behind a step; what has an id is found by it in a list. */
function inside(document: unknown, step: string): unknown {
  if (!isRecord(document)) return undefined;
  const listed = Array.isArray(document)
    ? (document as readonly unknown[]).find(one => isRecord(one) && one['id'] === step)
    : undefined;
  return listed ?? (Object.hasOwn(document, step) ? document[step] : undefined);
}

const beginning = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A place in an agreement as people say it: `matrix.incident-p1.targets.resolve` is Matrix › incident-p1 › promises ›
 * resolve within. With the document it is in, people, teams and lines of lists are called by their names.
 */
export function wordsOfPath(path: string, document?: unknown): string {
  const isOrder = path.endsWith(' in order');
  let at = document;
  const steps = (isOrder ? path.slice(0, -' in order'.length) : path).split('.').map(step => {
    at = inside(at, step);
    return nameIn(at) ?? wordOf(step);
  });
  return beginning([...steps, ...(isOrder ? ['order'] : [])].join(' › '));
}

/** What stands at a place as people read it: `{"within":"4h","calendar":"24x7"}` is within 4h, calendar 24x7. */
export function wordsOfValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(wordsOfValue).join('; ');
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (!isRecord(value)) return String(value ?? 'nothing');
  return Object.entries(value)
    .map(([name, inner]) => `${wordOf(name)} ${wordsOfValue(inner)}`)
    .join(', ');
}
