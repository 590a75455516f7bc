/* npm run validate: both staged apps under every official check that works without an account. --json prints findings only,
 * --unchanged takes an app as it is staged where its sources are unchanged, since other tests read it meanwhile. */
import { join } from 'node:path';
import { buildAll } from './build';
import { validateFdkApp } from './validate/fdk';
import { describeFinding, type Finding } from './validate/finding';
import { lintForgeApp } from './validate/forgeLint';
import { vendorReview } from './validate/vendorReview';

/** What the checks say, by where they come from. */
export interface Validation {
  readonly forge: readonly Finding[];
  readonly freshservice: readonly Finding[];
  readonly freshserviceReview: readonly Finding[];
}

/** Stages both apps afresh and checks exactly what was staged. */
async function validateAll(): Promise<Validation> {
  const { dist } = await buildAll({ force: !process.argv.includes('--unchanged') });
  const [forge, freshservice, freshserviceReview] = await Promise.all([
    lintForgeApp(join(dist, 'forge')),
    validateFdkApp(join(dist, 'freshservice')),
    vendorReview(join(dist, 'freshservice')),
  ]);
  return { forge, freshservice, freshserviceReview };
}

function print(validation: Validation): void {
  const sources = Object.entries(validation) as [string, readonly Finding[]][];
  for (const [source, findings] of sources) {
    const errors = findings.filter(({ level }) => level === 'error').length;
    console.log(`${source}: ${errors} error(s), ${findings.length - errors} warning(s)`);
    for (const finding of findings) console.log(`  ${describeFinding(finding)}`);
  }
}

async function main(): Promise<void> {
  try {
    const validation = await validateAll();
    if (process.argv.includes('--json')) console.log(JSON.stringify(validation));
    else print(validation);
    const isBroken = Object.values(validation).some((list: Finding[]) => list.some(({ level }) => level === 'error'));
    process.exitCode = isBroken ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}

if (require.main === module) void main();
