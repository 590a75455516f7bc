import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './install.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const libraryFolders = ['/lib64', '/usr/lib64', '/usr/lib', '/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu'];

/**
 * The path of a Chromium to test with: the one named in BATON_CHROMIUM, an installed one, or the packaged one
 * (Linux x64 only; unpacked once into a cache folder). Undefined where there is none.
 */
export async function findBrowser() {
  return process.env.BATON_CHROMIUM || installedBrowser() || (await packagedBrowser());
}

function installedBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...folders.flatMap(folder => names.map(name => join(folder, name))), ...installed].find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(root, 'node_modules', '.cache', 'baton-chromium');
  const unpacked = join(folder, 'unpacked');
  if (!existsSync(unpacked)) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const path = await inTemporaryFolder(folder, unpack);
  writeFileSync(unpacked, path);
  return path;
}

/** The package brings the libraries a bare machine lacks, but only if it believes to run in a function host. */
async function unpack() {
  const isBare = !libraryFolders.some(folder => existsSync(join(folder, 'libnss3.so')));
  if (isBare) process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

async function inTemporaryFolder(folder, work) {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
