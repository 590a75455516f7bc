import { writeFileSync } from 'node:fs';
import { cellText, instantText, numberText, reportTables, type Replayed, type ReportTable } from '@baton/shared';
import { barChart, heatMap } from './charts';

const STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; }
@media (prefers-color-scheme: dark) { :root { --ground: #15181c; --ink: #e6e9ec; --quiet: #a3abb4; --line: #3a4149; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.2; } h2 { font-size: 1.15rem; margin: 2rem 0 0.25rem; }
p { margin: 0.25rem 0; } .says { color: var(--quiet); }
.wide { overflow-x: auto; } svg { max-width: 100%; height: auto; display: block; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 0.5rem 0; min-width: 15rem; }
th, td { text-align: start; padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { white-space: nowrap; }
summary { cursor: pointer; padding: 0.25rem 0; }
`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, character => ENTITIES[character] ?? character);

function tableHtml({ title, head, rows }: ReportTable): string {
  const cells = (row: ReportTable['rows'][number]): string =>
    row
      .map(cellText)
      .map((cell, index) => (index === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`))
      .join('');
  const header = head.map(cell => (cell === '' ? '<td></td>' : `<th scope="col">${escaped(cell)}</th>`)).join('');
  const body = rows.map(row => `<tr>${cells(row)}</tr>`).join('\n');
  return `<div class="wide" tabindex="0" role="group" aria-label="${escaped(title)}, table"><table><thead><tr>${header}</tr></thead>
<tbody>${body}</tbody></table></div>`;
}

function sectionHtml(table: ReportTable): string {
  const { title, says, rows, chart, heat } = table;
  const picture = chart ? barChart(chart) : heat && heatMap(heat);
  const head = `<h2>${escaped(title)}</h2>${says === '' ? '' : `<p class="says">${escaped(says)}</p>`}`;
  if (rows.length === 0) return `<section>${head}<p>None.</p></section>`;
  if (picture === undefined) return `<section>${head}${tableHtml(table)}</section>`;
  const drawn = `<div role="img" aria-label="${escaped(title)}, as a chart; the table follows">${picture}</div>`;
  return `<section>${head}${drawn}<details><summary>The same as a table</summary>${tableHtml(table)}</details></section>`;
}

function flawsHtml({ flaws }: Replayed): string {
  if (flaws.count === 0) return '';
  const head = `<h2>Lines with something wrong</h2><p>${numberText(flaws.count)}, of which ${numberText(flaws.leftOut)} were left out.</p>`;
  const rows = flaws.examples.map(({ line, kind, message }) => [String(line), kind, message]);
  return `<section>${head}${tableHtml({ title: 'Lines with something wrong', says: '', head: ['Line', 'What', ''], rows })}</section>`;
}

const listHtml = (title: string, items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<section><h2>${title}</h2><ul>${items.map(item => `<li>${escaped(item)}</li>`).join('')}</ul></section>`;

/** The report as one page that asks nothing of a network. */
export function pageOf(replayed: Replayed, assumed: readonly string[]): string {
  const days = replayed.span?.map(at => instantText(at).slice(0, 10)).join(' to ') ?? 'no case';
  const sections = reportTables(replayed).map(sectionHtml).join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Hand-offs, ${days}</title><style>${STYLE}</style></head>
<body><main><h1>What your history says of hand-offs, ${days}</h1>
${listHtml('What is taken for granted', assumed)}
${sections}
${listHtml('Teams of which nothing tells whose they are', replayed.unplaced)}
${flawsHtml(replayed)}
</main></body></html>
`;
}

/** Writes the report's page to a file. */
export function writePage(file: string, replayed: Replayed, assumed: readonly string[]): void {
  writeFileSync(file, pageOf(replayed, assumed));
}
