import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Finding } from './finding';
import { runChecker } from './runChecker';

const scripts = resolve(__dirname, '../../node_modules/@freshworks/fw-dev-tools/skills/fw-review/scripts');

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
    const checks = names.filter(name => name !== 'common.js').map(name => runChecker(join(copy, name), [folder], copy));
    return ((await Promise.all(checks)) as Verdict[]).flatMap(findingsIn);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
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
