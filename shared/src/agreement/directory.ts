import type { FieldFact } from './condition';
import type { CalendarSpec } from '../time';
import type { Drill } from './drill';
import type { OnCall } from './onCall';
import type { Outages } from './outage';
import type { Roster } from './roster';
import type { Template } from './template';
import type { VendorCard } from './vendorCard';
import type { HoldingParty, Party, Priority } from './terms';

/** The desks Baton runs in. */
export type DeskName = 'freshservice' | 'jira';

/** Whom a waiting status waits for. */
export type WaitedFor = 'customer' | 'vendor' | 'msp' | 'client';

/** A way to reach people outside the ticket; what is secret of it each desk keeps. */
export interface Channel {
  readonly kind: 'slack' | 'teams' | 'pagerduty' | 'webhook' | 'desk';
  readonly name?: string;
  readonly region?: 'us' | 'eu';
}

/** Who may tell Baton something from outside; what it signs with each desk keeps. */
export type Source =
  | {
      readonly kind: 'alerts';
      readonly name: string;
      readonly workType: string;
      /** By the source's own word for how bad it is; `*` is the rest. */
      readonly severities: Readonly<Record<string, { readonly priority: Priority; readonly team: string }>>;
      /** Where its tickets are opened, and in whose name. */
      readonly jira?: { readonly space: string };
      readonly freshservice?: { readonly requester: string; readonly workspace?: string };
    }
  | { readonly kind: 'pagerduty'; readonly name: string }
  | { readonly kind: 'vendor'; readonly name: string; readonly vendor: string };

/**
 * People, teams, rosters and contacts as they are now: a part of the agreement that is always current and never
 * pinned (rules §1.4). Ids are agreement ids; native ids are strings, whatever the desk's own type.
 */
export interface Directory {
  readonly parties: Readonly<
    Record<
      HoldingParty,
      {
        readonly name: string;
        /** IANA zone the party's deadlines are also shown in. */
        readonly timeZone: string;
        readonly worksAt: 'desk' | 'linked' | 'off desk';
        readonly lead: string;
        readonly coordinator: string;
        readonly approver: string;
        /** Who speaks to the customer while the party has it; whoever holds it where nobody is named. */
        readonly spokesperson?: string;
        /** Channels in the order in which they are tried. */
        readonly notify?: readonly string[];
      }
    >
  >;
  readonly teams: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly party: HoldingParty;
        readonly tier: string;
        /** Freshservice group ids that are this team. */
        readonly freshserviceGroups: readonly string[];
        /** Standing names, for whenever neither of the next two says otherwise. */
        readonly onDuty?: string;
        readonly backup?: string;
        /** Zone of the shifts; the party's where absent. */
        readonly timeZone?: string;
        /** Shifts, and who stands in for them when. */
        readonly weekly?: Roster['weekly'];
        readonly overrides?: Roster['overrides'];
        /** Freshservice's schedule that says who is on duty, and whom it names. */
        readonly freshserviceSchedule?: string;
        readonly onCall?: OnCall;
      }
    >
  >;
  readonly people: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly party: Party;
        /** First is the home team. */
        readonly teams: readonly string[];
        readonly jira?: string;
        readonly freshservice?: string;
        /** Where a desk that sends e-mail reaches them. */
        readonly email?: string;
        /** Their id at PagerDuty. */
        readonly pager?: string;
        /** Channels in the order in which they are tried. */
        readonly notify?: readonly string[];
        readonly active: boolean;
        /** How else people reach them; where Baton does, too. */
        readonly contacts?: readonly { readonly channel: string; readonly address: string }[];
        /** When all of those were last said to be right, epoch ms; absent where one never was. */
        readonly confirmedAt?: number;
        /** When Baton learned that they have left, epoch ms; absent where the agreement says so itself. */
        readonly leftAt?: number;
        /** How many tickets they held then. */
        readonly behind?: number;
        /** Out from then until before then, epoch ms, as somebody said in Baton. */
        readonly out?: { readonly from: number; readonly until: number };
      }
    >
  >;
  /** Absent in a directory of old, and where there are none. */
  readonly vendors?: Readonly<Record<string, VendorCard>>;
  /** Absent where nobody is told anything outside the ticket. */
  readonly channels?: Readonly<Record<string, Channel>>;
  /** Texts for each stage and audience; absent where none were agreed. */
  readonly templates?: readonly Template[];
  /** Absent where nobody tells anything from outside. */
  readonly sources?: Readonly<Record<string, Source>>;
  /** The vendors' hours. */
  readonly calendars?: Readonly<Record<string, CalendarSpec>>;
  /** Native status names or ids that mean waiting, resolved or closed, per desk. */
  readonly statuses: Readonly<
    Partial<
      Record<
        DeskName,
        {
          readonly waiting: Readonly<Record<string, WaitedFor>>;
          readonly resolved: readonly string[];
        }
      >
    >
  >;
  /** Native type or request-type name → work type of the matrix, per desk; `*` is the rest. */
  readonly workTypes: Readonly<Partial<Record<DeskName, Readonly<Record<string, string>>>>>;
  /** Native priority → 1 … 4, per desk; `*` is the rest. */
  readonly priorities: Readonly<Partial<Record<DeskName, Readonly<Record<string, 1 | 2 | 3 | 4>>>>>;
  /** Native statuses that may be held up where a boundary is enforced: name or id → whose they say it is, or ends. */
  readonly guards: {
    readonly jira: { readonly transfer: Readonly<Record<string, HoldingParty>>; readonly close: readonly string[] };
  };
  /** What says on a desk that a ticket was merged: types of links on Jira, words of a note on Freshservice. */
  readonly merged?: Readonly<Partial<Record<DeskName, readonly string[]>>>;
  /** Types of Jira's links along which a ticket goes with a major incident. */
  readonly linked?: readonly string[];
  /** Native fields that say that a ticket is a major incident, by these values or by any, per desk. */
  readonly majors?: Readonly<
    Partial<Record<DeskName, readonly { readonly field: string; readonly values: readonly string[] }[]>>
  >;
  /** Native fields that say what the matrix asks beside type, priority and title, per desk. */
  readonly facts?: Readonly<Partial<Record<DeskName, Readonly<Partial<Record<FieldFact, string>>>>>>;
  /** How long (service ms) three of four stays with a team took at most, by priority; absent where nothing is known. */
  readonly pace?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** When each party's channels were last tried; absent where none was. */
  readonly drills?: Readonly<Partial<Record<HoldingParty, Drill>>>;
  /** Channels that take nothing; absent where none was noticed. */
  readonly outages?: Outages;
  /** Who commands a major incident; the lead of the party that has it where nobody is named. */
  readonly commander?: string;
  /** Who has a ticket that no team and nobody has yet. */
  readonly intake: { readonly party: HoldingParty; readonly team: string };
}
