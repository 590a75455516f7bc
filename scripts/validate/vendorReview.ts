import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Finding } from './finding';

const scripts = resolve(__dirname, '../../node_modules/@freshworks/fw-dev-tools/skills/fw-review/scripts');
const run = promisify(execFile);

interface Verdict {
  readonly internal: { readonly rule_id: string };
  readonly passed: boolean;
  readonly summary: string;
  readonly details: readonly { readonly file?: string; readonly message: string }[];
}

/** What the vendor's own review scripts say about an FDK folder (all but the one that needs the FDK itself). */
export async function vendorReview(folder: string): Promise<Finding[]> {
  const copy = mkdtempSync(join(tmpdir(), 'baton-review-'));
  try {
    // The scripts are CommonJS inside a package that says it is not.
    writeFileSync(join(copy, 'package.json'), '{ "type": "commonjs" }');
    const names = readdirSync(scripts).filter(name => name.endsWith('.js') && name !== 'fdk-errors-warnings.js');
    for (const name of names) copyFileSync(join(scripts, name), join(copy, name));
    const verdicts = await Promise.all(
      names.filter(name => name !== 'common.js').map(name => verdictOf(join(copy, name), folder)),
    );
    return verdicts.flatMap(findingsIn);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A script prints its verdict and ends with 1 when it did not pass. */
async function verdictOf(script: string, folder: string): Promise<Verdict> {
  const { stdout } = await run(process.execPath, [script, folder]).catch((failure: { stdout: string }) => failure);
  return JSON.parse(stdout) as Verdict;
}

function findingsIn({ internal, passed, summary, details }: Verdict): Finding[] {
  if (passed) return [];
  const reasons = details.length > 0 ? details : [{ message: summary }];
  return reasons.map(({ file = '.', message }: { file?: string; message: string }) => ({
    rule: internal.rule_id,
    level: 'error',
    file,
    message,
  }));
}
