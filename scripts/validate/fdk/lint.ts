import { ESLint } from 'eslint';
import type { Finding } from '../finding';
import { customRules } from './customRules';
import { frontEndRules, minifiedRules, sourceRules } from './lintRuleSet';
import type { StagedApp } from './stagedApp';

/** Lints every script of the app as the FDK does. Inline comments cannot switch a rule off. */
export async function lintScripts(app: StagedApp): Promise<Finding[]> {
  const scripts = [...app.scripts('server'), ...app.scripts('app')];
  const findings = await Promise.all(scripts.map(file => lintScript(file, app.text(file))));
  return findings.flat();
}

/** What the FDK would say about one script; `file` is relative to the app and decides which rules apply. */
export async function lintScript(file: string, code: string): Promise<Finding[]> {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: {
      languageOptions: { ecmaVersion: 2020, sourceType: isModule(code) ? 'module' : 'script' },
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
      plugins: { fdk: { rules: customRules } },
      rules: rulesFor(file, code),
    },
  });
  const results = await eslint.lintText(code, { filePath: 'script.js' });
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, severity, line, message }) => ({
      rule: ruleId ?? 'parse',
      level: severity === 2 ? 'error' : 'warning',
      file,
      line,
      message,
    })),
  );
}

/** The FDK takes a file for minified when fewer than a fifth of its lines are indented. */
function looksMinified(code: string): boolean {
  const lines = code.split('\n');
  return lines.filter(line => /^[ \t]/.test(line)).length / lines.length < 0.2;
}

function rulesFor(file: string, code: string): typeof sourceRules {
  if (file.startsWith('server/')) return sourceRules;
  return looksMinified(code) ? minifiedRules : { ...sourceRules, ...frontEndRules };
}

function isModule(code: string): boolean {
  return /(^|[;}\n])\s*(import|export)\b/.test(code);
}
