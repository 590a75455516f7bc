/* npm run agreement-schema: writes the published JSON Schema of agreement files. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreementJsonSchema } from '@baton/shared/file';
import { format } from 'prettier';

const path = join(__dirname, '../shared/file/agreement.schema.json');

async function main(): Promise<void> {
  writeFileSync(path, await format(JSON.stringify(agreementJsonSchema()), { parser: 'json', printWidth: 120 }));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
