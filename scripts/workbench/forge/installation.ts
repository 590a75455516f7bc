import { randomUUID } from 'node:crypto';
import type { Database } from 'libsql';
import type { AppManifest } from './manifest';

/** The site and environment the workbench pretends to be. */
export const SITE = {
  cloudId: '3f6c1e0a-6f0b-4f0e-9d53-2f1f6b8c9a10',
  environmentId: '8c1c6f2e-5a0d-4a7a-9f0f-0d6c5b1e7a42',
  environmentType: 'DEVELOPMENT' as const,
  appVersion: '1.0.0',
};

/** The app on the site. */
export interface Installation {
  id: string;
  isNew: boolean;
}

/** Finds the app's installation, or installs it. */
export function installed(db: Database, manifest: AppManifest): Installation {
  db.exec('CREATE TABLE IF NOT EXISTS forge_installation (app TEXT PRIMARY KEY, id TEXT NOT NULL)');
  const found = db.prepare('SELECT id FROM forge_installation WHERE app = ?').get(manifest.appId);
  if (found) return { id: (found as { id: string }).id, isNew: false };
  const id = randomUUID();
  db.prepare('INSERT INTO forge_installation (app, id) VALUES (?, ?)').run(manifest.appId, id);
  return { id, isNew: true };
}

export const installationAri = (id: string) => `ari:cloud:ecosystem::installation/${id}`;
export const siteAri = `ari:cloud:jira::site/${SITE.cloudId}`;

/** The event that tells the app it was installed. */
export const installedEvent = (manifest: AppManifest, installation: Installation, installer: string) => ({
  eventType: 'avi:forge:installed:app',
  id: installationAri(installation.id),
  installerAccountId: installer,
  app: { id: `ari:cloud:ecosystem::app/${manifest.appId}`, version: SITE.appVersion },
  environment: { id: SITE.environmentId },
});

/** What every handler gets as its second argument, with the person where there is one. */
export const handlerContext = (installation: Installation, accountId: string | undefined) => ({
  installContext: siteAri,
  installation: { ari: installationAri(installation.id), contexts: [siteAri] },
  ...(accountId ? { principal: { accountId } } : {}),
});
