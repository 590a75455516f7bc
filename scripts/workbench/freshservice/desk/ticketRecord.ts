import { apiTime, dueTimes } from './serviceLevels';

/** A ticket as the REST API shows it. */
export interface TicketRecord {
  id: number;
  subject: string;
  description: string;
  description_text: string;
  type: string;
  status: number;
  priority: number;
  urgency: number;
  impact: number;
  source: number;
  group_id: number | null;
  responder_id: number | null;
  requester_id: number;
  requested_for_id: number;
  department_id: number | null;
  workspace_id: number;
  category: string | null;
  sub_category: string | null;
  item_category: string | null;
  tags: string[];
  cc_emails: string[];
  custom_fields: Record<string, unknown>;
  deleted: boolean;
  spam: boolean;
  is_escalated: boolean;
  fr_escalated: boolean;
  due_by: string;
  fr_due_by: string;
  created_at: string;
  updated_at: string;
  stats: TicketStats;
}

/** `?include=stats`. */
export interface TicketStats {
  opened_at: string;
  assigned_at: string | null;
  resolved_at: string | null;
  closed_at: string | null;
  first_responded_at: string | null;
  agent_responded_at: string | null;
  requester_responded_at: string | null;
  status_updated_at: string;
  pending_since: string | null;
}

/** What a new ticket needs; the rest has the product's defaults. */
export type NewTicket = Partial<TicketRecord> & { subject: string; description: string };

/** Text of an HTML body, near enough for search and previews. */
export function plainText(html: string): string {
  return html
    .replace(/<(br|\/p|\/div|\/li)[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

/** A text as an HTML body. */
export function asHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<div>${escaped.replaceAll('\n', '<br>')}</div>`;
}

/** A ticket as it is when it is opened. */
export function newTicketRecord(id: number, given: NewTicket, requester: number, now: number): TicketRecord {
  const created = apiTime(now);
  const priority = given.priority ?? 1;
  return {
    id,
    description_text: plainText(given.description),
    type: 'Incident',
    status: 2,
    priority,
    urgency: Math.min(priority, 3),
    impact: Math.min(priority, 3),
    source: 2,
    group_id: null,
    responder_id: null,
    requester_id: requester,
    requested_for_id: requester,
    department_id: null,
    workspace_id: 2,
    category: null,
    sub_category: null,
    item_category: null,
    tags: [],
    cc_emails: [],
    custom_fields: {},
    deleted: false,
    spam: false,
    is_escalated: false,
    fr_escalated: false,
    ...dueTimes(created, priority),
    created_at: created,
    updated_at: created,
    stats: {
      opened_at: created,
      assigned_at: given.responder_id ? created : null,
      resolved_at: null,
      closed_at: null,
      first_responded_at: null,
      agent_responded_at: null,
      requester_responded_at: null,
      status_updated_at: created,
      pending_since: null,
    },
    ...given,
  };
}
