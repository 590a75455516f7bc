import type { DeskName, HoldingParty } from '../agreement';
import type { Notice, Ports } from '../ledger';
import type {
  Assurance,
  DeskTicket,
  DueTimes,
  PastPlacement,
  PublicMessage,
  TicketAttachment,
  TicketNote,
} from '../ticket';
import type { FormFields } from './protocol';

/** Who looks at a panel, as the server established it. */
export interface Viewer {
  /** Agreement id; absent when the person is not in the agreement. */
  readonly person?: string;
  readonly party?: HoldingParty;
  /** IANA zone to show times in. */
  readonly timeZone: string;
}

/** What somebody had typed, kept for them on the server at an instant (epoch ms). */
export interface Draft {
  readonly fields: FormFields;
  readonly at: number;
}

/** What a desk supplies so that a panel can be answered. One is made for each request. */
export interface PanelDesk {
  readonly name: DeskName;
  /** What people call the ticket: its key or number. */
  readonly label: string;
  /** Epoch ms. */
  readonly now: number;
  readonly ports: Ports;
  readonly viewer: Viewer;
  /** How sure the desk is that the viewer is who acts (rules §4.4). */
  readonly assurance: Assurance;
  /** The ticket as the desk shows it; asked for at most once. @throws DeskError */
  ticket(): Promise<DeskTicket>;
  /** Where the ticket lay so far; asked for only when its ledger opens. @throws DeskError */
  past(): Promise<readonly PastPlacement[]>;
  /** What was done on the ticket, to prefill a packet. @throws DeskError */
  work(): Promise<{ readonly notes: readonly TicketNote[]; readonly attachments: readonly TicketAttachment[] }>;
  /** What the customer can read or has written; asked for only when somebody says that they are waited for. @throws DeskError */
  said(): Promise<readonly PublicMessage[]>;
  /** The desk's own due times, where they are read whenever somebody looks; none where the desk does not tell. */
  due?(): Promise<DueTimes>;
  /** Does on the desk what facts ask for. Failing leaves the facts as they are. */
  carryOut(notices: readonly Notice[]): Promise<void>;
  readonly drafts: {
    get(): Promise<Draft | undefined>;
    set(fields: FormFields | null): Promise<void>;
  };
  /** A line for the admin. */
  log(line: string): void;
}
