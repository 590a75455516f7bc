/* Lints the repository and the snippets given as JSON on the standard input, in one process that starts ESLint once. */
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';

const eslint = new ESLint({ overrideConfigFile: 'scripts/lint/eslint.config.mjs' });
const snippets = JSON.parse(readFileSync(0, 'utf8'));
const repository = await eslint.lintFiles(['.']);
const lintSnippet = async ([file, code]) => (await eslint.lintText(`${code}\n`, { filePath: file })).flatMap(rulesIn);

console.log(
  JSON.stringify({
    repository: repository.flatMap(describeFindings),
    snippets: await Promise.all(snippets.map(lintSnippet)),
  }),
);

function describeFindings({ filePath, messages }) {
  const file = filePath.slice(process.cwd().length + 1);
  return messages.map(({ ruleId, line, message }) => `${file}:${line} ${ruleId}: ${message}`);
}

function rulesIn({ messages }) {
  return messages.map(({ ruleId }) => ruleId);
}
