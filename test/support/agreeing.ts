import {
  answerSettings,
  everybodyThere,
  hashing,
  memoryLedger,
  noVersions,
  type AgreementDocument,
  type BaselineShelf,
  type FrozenBaseline,
  type ListedRows,
  type NamedTicket,
  type Presence,
  type SettingsAnswer,
  type SettingsRequest,
  type SetupDesk,
  type VersionBook,
  type VersionEntry,
} from '../../shared/src';
import { storyCast } from '../../scripts/workbench/cast';

/** Anything a page may ask, without who asks. */
export type Asked = SettingsRequest extends infer Request
  ? Request extends SettingsRequest
    ? Omit<Request, 'viewer'>
    : never
  : never;

/** Versions that are kept nowhere else. */
function memoryBook() {
  const entries: VersionEntry[] = [];
  const texts = new Map<string, AgreementDocument>();
  const versions = () => entries.at(-1)?.versions ?? noVersions;
  const book: VersionBook = {
    load: async () => versions(),
    text: async content => texts.get(content),
    keep: async document => {
      const content = `text ${JSON.stringify(document)}`;
      texts.set(content, document);
      return content;
    },
    add: async entry => {
      if (entry.versions.revision !== versions().revision + 1) return false;
      entries.push(entry);
      return true;
    },
    facts: async (most, before = entries.length + 1) =>
      entries
        .map(({ fact }, at) => ({ revision: at + 1, fact }))
        .filter(({ revision }) => revision < before)
        .reverse()
        .slice(0, most),
  };
  return { book, entries };
}

/** A desk that has no groups and lets no message out. */
const nothingTold: SetupDesk = {
  view: async () => ({ desk: 'jira', groups: [], hours: [], notTold: [] }),
  people: async () => [],
  isEntered: async () => false,
  channels: { post: async () => ({ status: 200 }), secretOf: async () => undefined },
  address: async () => 'https://contoso.example',
  ledgers: async () => ({ tickets: [] }),
  checked: { ledger: memoryLedger(), hash: hashing() },
};

/** Baselines that are kept nowhere else. */
function memoryShelf(): BaselineShelf {
  const kept = new Map<number, FrozenBaseline>();
  return {
    read: async number => kept.get(number),
    put: async baseline => !kept.has(baseline.number) && kept.set(baseline.number, baseline).has(baseline.number),
  };
}

const accountOf = (person: string): string =>
  storyCast.people.find(({ id }) => id === person)?.jiraAccountId ?? `account of ${person}`;

/** A Jira site's settings in memory, asked by people of the story; `admin` administers the site and is nobody else. */
export function settingsDesk(start: number) {
  const { book, entries } = memoryBook();
  const baselines = memoryShelf();
  let now = start;
  let presence: Presence = everybodyThere;
  let open: ListedRows = { rows: [], isAll: true };
  const named: Record<string, NamedTicket> = {};
  let begun = 0;
  const ask = (person: string, asked: Asked): Promise<SettingsAnswer> =>
    answerSettings(
      {
        ...{ name: 'jira', now, book, baselines, log: () => undefined },
        asking: {
          native: accountOf(person),
          timeZone: 'UTC',
          known: 'platform',
          isAdmin: async () => person === 'admin',
        },
        presence: async () => presence,
        setup: nothingTold,
        tickets: { open: async () => open, named: async name => named[name] },
        moving: { begin: async () => void (begun += 1), progress: async () => undefined },
      },
      { ...asked, viewer: { timeZone: 'UTC' } } as SettingsRequest,
    );
  return {
    ...{ ask, entries },
    pass: (ms: number) => void (now += ms),
    now: () => now,
    holds: (rows: ListedRows) => void (open = rows),
    knows: (ticket: NamedTicket) => void (named[ticket.label] = ticket),
    /** How often moving what is open was begun. */
    movingBegun: () => begun,
    leaves: (person: string) => void (presence = { ...presence, left: { ...presence.left, [person]: now } }),
  };
}
