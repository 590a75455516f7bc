import type { DeskName } from '../agreement';

/** Something the app may do or reach, and what for. */
export interface Grant {
  /** As the app's manifest or its requests name it. */
  readonly name: string;
  readonly why: string;
}

/** What an app may do on its desk and where its messages may go; a test holds it against what is shipped. */
export interface Grants {
  readonly scopes: readonly Grant[];
  readonly egress: readonly Grant[];
}

const grant = (name: string, why: string): Grant => ({ name, why });

const jira: Grants = {
  scopes: [
    grant('read:jira-work', 'Read a work item, its changelog and comments, and whether somebody may see it.'),
    grant('write:jira-work', 'Assign on acceptance, comment, and open or resolve what a signed alert asks for.'),
    grant('read:jira-user', 'Show names and list the groups of the site.'),
    grant('read:group:jira', 'Read who is in a group while teams are set up, as whoever sets them up.'),
    grant('read:user:jira', 'Belongs to reading who is in a group.'),
    grant('read:avatar:jira', 'Belongs to reading who is in a group; pictures are not used.'),
    grant('read:servicedesk-request', 'Read the desk’s own due times of a request.'),
    grant('read:workflow:jira', 'List the transitions that carry Baton’s validator, as the administrator who asks.'),
    grant('storage:app', 'Keep the ledgers and the agreement in Forge’s own storage.'),
  ],
  egress: [
    grant('hooks.slack.com', 'Messages to Slack.'),
    grant('*.logic.azure.com', 'Messages to Teams, and webhooks to Power Automate.'),
    grant('*.environment.api.powerplatform.com', 'The same, by its newer addresses.'),
    grant('events.pagerduty.com', 'Pages.'),
    grant('events.eu.pagerduty.com', 'Pages, where the account is kept in Europe.'),
    grant('hooks.zapier.com', 'Signed webhooks to Zapier.'),
    grant('*.make.com', 'Signed webhooks to Make.'),
  ],
};

const freshservice: Grants = {
  scopes: [
    grant('GET /api/v2/tickets/…', 'Read a ticket, its due times and what is related to it.'),
    grant('POST /api/v2/tickets', 'Open what a signed alert asks for.'),
    grant('PUT /api/v2/tickets/…', 'Give a ticket to whoever accepted it, or back to who had it.'),
    grant('POST /api/v2/tickets/…/notes', 'Leave a private note with the seal at each change of hands.'),
    grant('POST /api/v2/tickets/…/reply', 'Send the customer what a person has pressed Send for.'),
    grant('GET /api/v2/tickets/…/conversations', 'Prefill a packet, and see that something was sent already.'),
    grant('GET /api/v2/tickets/…/activities', 'See where a ticket lay before Baton met it.'),
    grant('GET /api/v2/tickets', 'Find what no event told.'),
    grant('GET /api/v2/tickets/filter', 'Show titles in the list.'),
    grant('GET /api/v2/agents/…', 'See whether somebody still works here, and in which groups.'),
    grant('GET /api/v2/agents', 'Find who has left, and who is in a group while teams are set up.'),
    grant('GET /api/v2/oncall/shift-events/current', 'See who is on call, for teams whose roster names a schedule.'),
    grant('GET /api/v2/groups', 'List the groups while teams are set up.'),
    grant('GET /api/v2/business_hours', 'Take over the desk’s hours while calendars are set up.'),
  ],
  egress: [
    grant('wherever a channel of the agreement is addressed', 'Messages, by the addresses an account admin entered.'),
  ],
};

/** What each app may do, and what for. */
export const grants: Readonly<Record<DeskName, Grants>> = { jira, freshservice };

/** What is kept of people and tickets, and where. */
export const stored: Readonly<Record<DeskName, readonly string[]>> = {
  jira: [
    'Ledgers, the agreement, who is out: in Forge’s storage, where your Jira’s data lies.',
    'What people wrote in a handoff lies beside its ledger and can be removed; titles and comments are not kept.',
    'People are kept by account id; names are those of the agreement.',
    'Addresses and keys of channels and sources: in Forge’s secret storage, never shown again.',
  ],
  freshservice: [
    'Ledgers, the agreement, who is out: in the app’s storage of this account.',
    'What people wrote in a handoff lies beside its ledger and can be removed; titles and replies are not kept.',
    'People are kept by agent number; names are those of the agreement.',
    'The API key, the ledger key and the addresses of channels: secure parameters of the installation.',
  ],
};

/** Who can read what. */
export const readers: Readonly<Record<DeskName, readonly string[]>> = {
  jira: [
    'Packets: the people of both parties, on work items they may see. Customers never.',
    'Others who open the panel: who has it and until when, without the words.',
    'The agreement: its parties. The audit log: leads, approvers and auditors.',
  ],
  freshservice: [
    'Packets: the panel shows them to the people of both parties. Customers never.',
    'The app’s storage can be read by any agent’s browser, packets included, and written: seals show what was changed.',
    'The agreement: its parties. The audit log: leads, approvers and auditors.',
  ],
};
