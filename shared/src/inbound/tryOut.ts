import { sourceOf } from '../agreement';
import { signatureOf, signingKey } from '../channels';
import type { HealthLineView } from '../panel';
import { answerKnock, type InboundAnswer } from './door';
import type { InboundDoor } from './inboundDesk';
import type { Knock } from './signedIn';
import type { Trial } from './trial';

/** What a test alert of one severity came to, in finished words. */
export interface TriedSeverity {
  readonly severity: string;
  /** "Priority 1 for Northwind NOC (L1), cell p1. Omar Vidal is asked first." */
  readonly text: string;
  readonly isSound: boolean;
}

const LOOK = { text: 'LOOK', tone: 'at risk' } as const;

/** A test alert as the source itself would sign and send it. */
function testKnock({ now }: InboundDoor, source: string, severity: string, key: Uint8Array): Knock {
  const alert = { source, key: 'baton-test', action: 'trigger', severity, summary: 'A test of Baton', test: true };
  const [id, seconds, body] = ['test', Math.floor(now / 1000), JSON.stringify(alert)];
  const signature = signatureOf(key, { id, seconds, body });
  return { headers: { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signature }, body };
}

function trialText({ priority, team, tier, cell, person }: Trial): string {
  const governed = cell === undefined ? 'No cell governs it, so Baton would not follow it' : `cell ${cell}`;
  const first = person === undefined ? 'Nobody is there for it now.' : `${person} is asked first.`;
  return `Priority ${priority} for ${team} (${tier}), ${governed}. ${first}`;
}

const tried = (severity: string, { trial, sentence }: InboundAnswer): TriedSeverity => ({
  severity,
  text: trial ? trialText(trial) : sentence,
  isSound: trial?.cell !== undefined,
});

/**
 * Sends the door a signed test alert of each severity of a source, and says what each would open: cell, team, tier and
 * who is there. Nothing is opened. Undefined where the source is none that opens anything, or has no key yet.
 *
 * @throws DeskError
 */
export async function tryOut(door: InboundDoor, name: string): Promise<readonly TriedSeverity[] | undefined> {
  const source = sourceOf(door.directory, name);
  const key = signingKey((await door.keysOf(name))[0] ?? '');
  if (source?.kind !== 'alerts' || !key) return undefined;
  const all: TriedSeverity[] = [];
  for (const severity of Object.keys(source.severities)) {
    all.push(tried(severity, await answerKnock(door, testKnock(door, name, severity, key))));
  }
  return all;
}

const lineOf = (name: string, { severity, text, isSound }: TriedSeverity): HealthLineView => ({
  name: `${name}, ${severity === '*' ? 'the rest' : severity}`,
  text,
  ...(isSound ? {} : { lozenge: LOOK }),
});

async function linesOf(door: InboundDoor, id: string, name: string): Promise<readonly HealthLineView[]> {
  const tried = await tryOut(door, id);
  const without = { name, text: 'Has no signing key yet: nothing of it is let in.', lozenge: LOOK };
  return tried ? tried.map(one => lineOf(name, one)) : [without];
}

/** Every source that may open something, tried out, as lines of a health page; `address` is where they send to. */
export async function triedLines(door: InboundDoor, address: string | undefined): Promise<readonly HealthLineView[]> {
  const lines: HealthLineView[] = [{ name: 'Alerts are sent to', text: address ?? 'Known once the app was updated.' }];
  for (const [id, { kind, name }] of Object.entries(door.directory.sources ?? {})) {
    if (kind === 'alerts') lines.push(...(await linesOf(door, id, name)));
  }
  return lines;
}
