import { starts } from './support/desks';
jest.setTimeout(120000);
const long = (n: number) => 'The array "log-7" says: latency é 42 ms\n'.repeat(300).slice(0, n);
test.each(['freshservice', 'jira'] as const)('%s', async name => {
  const d = await starts[name]();
  const id = await d.open();
  await d.change(id, 'ana', { person: 'ana' });
  for (let i = 0; i < 8; i++) {
    await d.until(`09:${10 + i * 5}`);
    const o = await d.offer(id, 'ana', { diagnosis: long(1900), actions: long(1900), evidence: long(1900), nextAction: long(1900) });
    const w = await d.ask(id, 'ana', { type: 'withdraw' });
    const rows = d.db.prepare(name === 'jira' ? "select key, length(value) as n from forge_rows where until is null and value like '%body%'" : "select key, length(value) n from fdk_key_values where key like 'e:%'").all();
    console.log(i, o.ok, w.ok, o.ok ? '' : JSON.stringify(o).slice(0, 300), JSON.stringify(rows.slice(-3)), d.lines.slice(-1));
  }
  await d.stop();
});
