/* What every entry script needs first: a Node that is new enough and the locked packages. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const lockFile = join(root, 'package-lock.json');
const installedLockFile = join(root, 'node_modules', '.package-lock.json');
const markFile = join(root, 'node_modules', '.baton-lock');

/** Ends the process with one plain sentence when this Node cannot run Baton. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 6)) return;
  console.error(`Baton needs Node 20.6 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Installs exactly the locked packages, unless they are there already.
 * @param {'start' | 'test'} purpose starting needs a third of what testing needs
 */
export function installLocked(purpose) {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (isMarked(`${hash} test`) || isMarked(`${hash} ${purpose}`)) return;
  if (!isAsLocked(purpose)) runNpmCi(purpose);
  writeFileSync(markFile, `${hash} ${purpose}`);
}

function isMarked(mark) {
  return existsSync(markFile) && readFileSync(markFile, 'utf8') === mark;
}

/** Whether an install made by hand put every package in place that is needed; optional ones depend on the machine. */
function isAsLocked(purpose) {
  if (!existsSync(installedLockFile)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const present = JSON.parse(readFileSync(installedLockFile, 'utf8')).packages;
  const isNeeded = ({ link, optional, dev, devOptional }) =>
    !link && !optional && (purpose === 'test' || !(dev || devOptional));
  return Object.entries(wanted)
    .filter(([path, entry]) => path.includes('node_modules/') && isNeeded(entry))
    .every(([path, entry]) => present[path]?.version === entry.version);
}

function runNpmCi(purpose) {
  console.log(`Installing what npm ${purpose} needs, as it is locked (only when the lock changes) ...`);
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const dev = purpose === 'test' ? '--include=dev' : '--omit=dev';
  const { status } = spawnSync(command, [...args, 'ci', '--ignore-scripts', dev], {
    cwd: root,
    stdio: 'inherit',
    shell: !npm && process.platform === 'win32',
  });
  if (status === 0) return;
  console.error('The packages could not be installed; npm says why above.');
  process.exit(1);
}
