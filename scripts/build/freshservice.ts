import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { requireSameDependencies } from './freshserviceDependencies';
import { readFdkManifest, serverNames } from './freshserviceManifest';
import { bundleScreens } from './freshserviceScreens';
import { bundleServer } from './freshserviceServer';
import type { Stage } from './stage';

/** dist/freshservice: what `fdk validate` and `fdk pack` take as an app. */
export const freshserviceStage: Stage = {
  name: 'freshservice',
  inputs: ['freshservice-app', 'shared'],
  async fill({ root }, folder) {
    const app = join(root, 'freshservice-app');
    for (const part of ['manifest.json', 'README.md', 'config', 'app']) {
      cpSync(join(app, part), join(folder, part), { recursive: true });
    }
    const manifest = readFdkManifest(app);
    const pages = Object.values(manifest.modules).flatMap(({ location = {} }) =>
      Object.values(location).map(page => page.url),
    );
    const [required] = await Promise.all([
      bundleServer(root, folder, serverNames(manifest)),
      bundleScreens(root, folder, pages),
    ]);
    requireSameDependencies(root, manifest, required);
  },
};
