import { randomBytes } from 'node:crypto';
import type { Database } from 'libsql';
import type { StagedApp } from './stagedApp';

/** What the host remembers about the installation between starts. */
export interface Installation {
  /** Values of the installation parameters, only those the app declares. */
  values(): Record<string, unknown>;
  /** The values a browser may see. */
  publicValues(): Record<string, unknown>;
  /** Fingerprint of the installed app, if it is installed. */
  installed(): string | undefined;
  keep(values: Record<string, unknown>, fingerprint: string): void;
  keepValues(values: Record<string, unknown>): void;
  /** The address for external events, made once. */
  targetUrl(origin: string): string;
  /** Whether external events under this token are meant for this installation. */
  isTarget(token: string): boolean;
  /** The text without any secure value, for logs. */
  withoutSecrets(line: string): string;
}

/** Opens the installation kept in the database for this app. */
export function installation(db: Database, app: StagedApp): Installation {
  const read = (name: string): string | undefined =>
    (db.prepare('SELECT value FROM fdk_installation WHERE name = ?').get(name) as { value: string } | undefined)?.value;
  const write = (name: string, value: string) =>
    db.prepare('INSERT OR REPLACE INTO fdk_installation (name, value) VALUES (?, ?)').run(name, value);

  const values = () => JSON.parse(read('iparams') ?? '{}') as Record<string, unknown>;
  const isSecure = (name: string) => app.parameters[name]?.secure === true;
  const keepValues = (given: Record<string, unknown>) => {
    const declared = Object.entries(given).filter(([name]) => name in app.parameters);
    write('iparams', JSON.stringify(Object.fromEntries(declared)));
  };

  return {
    values,
    publicValues: () => Object.fromEntries(Object.entries(values()).filter(([name]) => !isSecure(name))),
    installed: () => read('fingerprint'),
    keep: (given, fingerprint) => {
      keepValues(given);
      write('fingerprint', fingerprint);
    },
    keepValues,
    targetUrl: origin => {
      const token = read('target') ?? randomBytes(16).toString('hex');
      write('target', token);
      return `${origin}/freshservice/external/${token}`;
    },
    isTarget: token => token !== '' && token === read('target'),
    withoutSecrets: line =>
      Object.entries(values())
        .filter(([name, value]) => isSecure(name) && typeof value === 'string' && value.length > 3)
        .reduce((text, [, value]) => text.replaceAll(String(value), '•••'), line),
  };
}
