import type { FdkHost } from '../fdk/hostContract';
import type { Directory } from './desk/directory';
import type { DeskChange, ServiceDesk } from './desk/serviceDesk';
import type { TicketRecord } from './desk/ticketRecord';

/** How much an update event tells about what changed; the platform guarantees none of it. */
export type ChangeMetadata = 'changes' | 'model_changes' | 'none';

/** Fields whose change the product reports. Tags and custom fields are not among them. */
const reported = [
  'status',
  'priority',
  'group_id',
  'responder_id',
  'deleted',
  'spam',
  'type',
  'source',
  'is_escalated',
  'fr_escalated',
];

const metadata = {
  changes: (changes: object) => ({ changes }),
  model_changes: (changes: object) => ({ changes: { model_changes: changes } }),
  none: () => ({}),
};

const eventNames = { created: 'onTicketCreate', updated: 'onTicketUpdate', conversation: 'onConversationCreate' };

const told = (ticket: TicketRecord, people: Directory) => {
  const { stats: _stats, ...fields } = ticket;
  const requester = people.actorById(ticket.requester_id);
  return {
    ticket: { ...fields, department_name: null, assets: [], attachments: [], associated_changes: [] },
    requester: requester && {
      id: requester.id,
      name: requester.name,
      email: requester.email,
      created_at: ticket.created_at,
      language: 'en',
      mobile: null,
      phone: null,
    },
  };
};

/** Raises the app's product events for what happens on the desk, and only for what the product reports. */
export function raiseProductEvents(
  desk: ServiceDesk,
  people: Directory,
  host: FdkHost,
  manner: () => ChangeMetadata,
): void {
  const isReported = ({ kind, changes }: DeskChange) =>
    kind !== 'updated' || Object.keys(changes).some(field => reported.includes(field));

  desk.onChange(change => {
    if (!isReported(change)) return;
    const { actor, kind, conversation } = change;
    const data = {
      actor: { id: actor.id, profile_id: actor.id, name: actor.name, email: actor.email, type: actor.kind },
      ...told(change.ticket, people),
      ...(kind === 'updated' ? metadata[manner()](change.changes) : {}),
      ...(conversation ? { conversation } : {}),
    };
    host.raise(eventNames[kind], data, String(change.ticket.id));
  });
}
