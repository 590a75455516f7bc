import { validationFailure } from '../desk/apiFailure';
import type { TicketRecord } from '../desk/ticketRecord';

type Test = (ticket: TicketRecord) => boolean;

const columns: Record<string, string> = { agent_id: 'responder_id', tag: 'tags' };
const known = new Set(
  'workspace_id requester_id agent_id group_id priority status impact urgency tag due_by fr_due_by created_at updated_at type'.split(
    ' ',
  ),
);
const dates = new Set(['due_by', 'fr_due_by', 'created_at', 'updated_at']);

const bad = (message: string) => validationFailure([{ field: 'query', message, code: 'invalid_value' }]);

const literal = (text: string): string | number | boolean | null => {
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+$/.test(text) ? Number(text) : text.replace(/^'|'$/g, '');
};

const valueOf = (ticket: TicketRecord, field: string): unknown =>
  known.has(field)
    ? (ticket as unknown as Record<string, unknown>)[columns[field] ?? field]
    : ticket.custom_fields[field];

const order = (field: string, value: unknown): number => (dates.has(field) ? Date.parse(String(value)) : Number(value));

const comparison = (field: string, sign: string, text: string): Test => {
  const wanted = literal(text);
  if (sign === '>') return ticket => order(field, valueOf(ticket, field)) >= order(field, wanted);
  if (sign === '<') return ticket => order(field, valueOf(ticket, field)) <= order(field, wanted);
  return ticket => {
    const found = valueOf(ticket, field);
    if (Array.isArray(found)) return found.includes(wanted);
    return dates.has(field) ? String(found).startsWith(String(wanted)) : (found ?? null) === wanted;
  };
};

const tokensOf = (query: string): string[] => query.match(/\(|\)|[\w]+:[<>]?(?:'[^']*'|[^\s()]+)|AND|OR|\S+/g) ?? [];

/** Reads `a:1 AND (b:2 OR c:>'2026-01-01')`, AND before OR. */
function parse(tokens: string[]): Test {
  const alternatives: Test[] = [all(tokens)];
  while (tokens[0] === 'OR') {
    tokens.shift();
    alternatives.push(all(tokens));
  }
  return ticket => alternatives.some(test => test(ticket));
}

function all(tokens: string[]): Test {
  const tests: Test[] = [one(tokens)];
  while (tokens[0] === 'AND') {
    tokens.shift();
    tests.push(one(tokens));
  }
  return ticket => tests.every(test => test(ticket));
}

function bracketed(tokens: string[]): Test {
  const inner = parse(tokens);
  if (tokens.shift() !== ')') throw bad('A closing bracket is missing');
  return inner;
}

function one(tokens: string[]): Test {
  const token = tokens.shift() ?? '';
  if (token === '(') return bracketed(tokens);
  const found = /^(\w+):([<>]?)(.+)$/.exec(token);
  if (!found) throw bad(`'${token}' is not a condition`);
  const [, field = '', sign = '', value = ''] = found;
  return comparison(field, sign, value);
}

/** Compiles the query of `GET /tickets/filter`: in double quotes, at most 512 characters. */
export function filterQuery(query: string): Test {
  if (query.length > 512) throw bad('The query should not exceed 512 characters');
  const quoted = /^"([\s\S]*)"$/.exec(query.trim());
  if (!quoted) throw bad('The query should be in double quotes');
  const tokens = tokensOf(quoted[1] ?? '');
  const test = parse(tokens);
  if (tokens.length) throw bad(`'${tokens[0]}' is not expected here`);
  return test;
}
