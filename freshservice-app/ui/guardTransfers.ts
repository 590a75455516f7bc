import type { Choice, GuardAnswer } from '../src/guardMethod';
import { agentOnPage, ticketOnPage, type FdkClient, type FdkEvent } from './fdkClient';

type Field = Choice['field'];

const labels: Readonly<Record<Field, string>> = { group: 'Group', agent: 'Agent' };

/** An id or a name; products report a field as either, or as an object that has both. Null where it is empty. */
function nativeValue(value: unknown): string | null {
  const object = Object(value) as Readonly<Record<string, unknown>>;
  const parts = ['id', 'value', 'name', 'label'].map(name => object[name]);
  const said = [typeof value === 'object' ? undefined : value, ...parts].find(
    part => part !== undefined && part !== null,
  );
  return said === undefined || said === '' ? null : String(said);
}

/** Why a choice may not stand; undefined where it may, or where Baton cannot be asked: the server sees what is saved. */
async function askWhyNot(client: FdkClient, choice: Choice): Promise<string | undefined> {
  try {
    const { response } = await client.request.invoke('guard', { choice });
    const answer = (typeof response === 'string' ? JSON.parse(response) : response) as GuardAnswer;
    return answer.passes ? undefined : answer.sentence;
  } catch {
    return undefined;
  }
}

/** Puts one field back and says why; every other field stays as it is being edited. */
async function putBack(client: FdkClient, field: Field, value: string | null, sentence: string): Promise<void> {
  await client.interface.trigger('setValue', { id: field, value });
  const message = `${labels[field]} put back. ${sentence}`;
  await client.interface.trigger('showNotify', { type: 'warning', title: 'Baton', message });
}

/**
 * Watches the group and agent fields while a ticket is open, and puts back what would carry it across the boundary
 * without a handoff, where the agreement enforces that. Asks only when one of them changes.
 */
export async function guardTransfers(client: FdkClient): Promise<void> {
  const [ticket, person] = await Promise.all([ticketOnPage(client), agentOnPage(client)]);
  const pending = new Map<Field, string | null>();
  const changed = async (field: Field, event: FdkEvent): Promise<void> => {
    const said = event.helper.getData();
    const [before, value] = [nativeValue(said['old']), nativeValue(said['new'])];
    if (before === value) return;
    pending.set(field, value);
    const sentence = await askWhyNot(client, { ticket, person, field, value });
    // Saved or changed again meanwhile: what was asked is not on the page any more.
    if (sentence === undefined || pending.get(field) !== value) return;
    pending.delete(field);
    await putBack(client, field, before, sentence);
  };
  for (const field of ['group', 'agent'] as const) {
    client.events.on(`ticket.${field}Changed`, event => void changed(field, event).catch(() => undefined));
  }
  client.events.on('ticket.propertiesUpdated', () => pending.clear());
}
