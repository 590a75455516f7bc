/* npm start: both apps in one page (the workbench). Arguments are passed on to it. */
import { runNode } from './child.mjs';
import { installLocked, requireNode } from './install.mjs';

requireNode();
installLocked('start');
process.exitCode = await runNode(['--import', 'tsx', 'scripts/workbench/main.ts', ...process.argv.slice(2)]);
