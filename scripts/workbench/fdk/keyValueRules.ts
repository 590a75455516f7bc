import { refuse } from './failure';
import type { Limits } from './limits';

/** A stored value: a JSON object. */
export type StoredValue = Record<string, unknown>;

export interface SetOptions {
  ttl?: unknown;
  setIf?: unknown;
}

const isObject = (value: unknown): value is StoredValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Refuses a key the store does not take. */
export function checkKey(key: unknown, limits: Limits): string {
  if (typeof key !== 'string' || key.trim() === '') return refuse(400, 'The key cannot be blank');
  if (key.length > limits.keyLength) refuse(400, `Key length should not exceed ${limits.keyLength} characters`);
  return key;
}

/** The text to store. Empty strings, NaN and infinities become null on the way, as documented. */
export function writtenValue(key: string, value: unknown, limits: Limits): string {
  if (!isObject(value) || Object.keys(value).length === 0)
    return refuse(400, 'The value cannot be blank and should be of type JSON');
  const text = JSON.stringify(value, (_name, part: unknown) => (part === '' ? null : part));
  const bytes = Buffer.byteLength(key) + Buffer.byteLength(text);
  if (bytes > limits.keyValueBytes)
    refuse(400, `The combined size of the key and value should not exceed ${limits.keyValueBytes / 1024}KB`);
  return text;
}

/** The instant a value expires, or null. */
export function expiry(options: SetOptions, now: number): number | null {
  if (options.ttl === undefined) return null;
  if (typeof options.ttl !== 'number' || !Number.isFinite(options.ttl) || options.ttl <= 0)
    return refuse(400, 'The ttl should be a non-zero number');
  return now + options.ttl * 1000;
}

/** Refuses a conditional set whose condition does not hold. */
export function checkSetIf(options: SetOptions, exists: boolean): void {
  if (options.setIf === undefined) return;
  if (options.setIf !== 'exist' && options.setIf !== 'not_exist')
    refuse(400, 'The setIf option should be either exist or not_exist');
  if ((options.setIf === 'exist') !== exists) refuse(409, 'The setIf condition is not met');
}

const parent = (value: StoredValue, path: string[], create: boolean): StoredValue | undefined => {
  let at: StoredValue = value;
  for (const step of path) {
    if (!isObject(at[step])) {
      if (!create) return undefined;
      at[step] = {};
    }
    at = at[step] as StoredValue;
  }
  return at;
};

const increment = (value: StoredValue, name: string, by: unknown) => {
  const old = value[name] ?? 0;
  if (typeof by !== 'number' || typeof old !== 'number')
    refuse(400, 'The increment action can be performed only on attributes of type number');
  value[name] = (old as number) + (by as number);
};

const append = (value: StoredValue, name: string, items: unknown) => {
  const old = value[name] ?? [];
  if (!Array.isArray(items) || items.length === 0 || !Array.isArray(old))
    return refuse(400, 'The append action needs a non-empty array');
  value[name] = [...(old as unknown[]), ...(items as unknown[])];
};

const setPath = (value: StoredValue, path: string, part: unknown) => {
  const steps = path.split('.');
  const last = steps.pop() as string;
  (parent(value, steps, true) as StoredValue)[last] = part;
};

const removePath = (value: StoredValue, path: unknown) => {
  const steps = String(path).split('.');
  const last = steps.pop() as string;
  const at = parent(value, steps, false);
  if (at) delete at[last];
};

const perAttribute =
  (change: (value: StoredValue, name: string, part: unknown) => void) => (value: StoredValue, attributes: unknown) => {
    if (!isObject(attributes) || Object.keys(attributes).length === 0) refuse(400, 'The attributes cannot be empty');
    for (const [name, part] of Object.entries(attributes as StoredValue)) change(value, name, part);
  };

const actions: Record<string, (value: StoredValue, attributes: unknown) => void> = {
  increment: perAttribute(increment),
  append: perAttribute(append),
  set: perAttribute(setPath),
  remove: (value, attributes) => {
    if (!Array.isArray(attributes) || attributes.length === 0)
      return refuse(400, 'The remove action needs an array of attributes');
    for (const path of attributes) removePath(value, path);
  },
};

/** Applies one update action to a value in place. Only increment and append start a missing value. */
export function applyUpdate(stored: StoredValue | undefined, action: unknown, attributes: unknown): StoredValue {
  const change = typeof action === 'string' ? actions[action] : undefined;
  if (!change) return refuse(400, 'The action should be one of increment, append, set, remove');
  if (!stored && action !== 'increment' && action !== 'append') return refuse(404, 'Record not found');
  const value = stored ?? {};
  change(value, attributes);
  return value;
}
