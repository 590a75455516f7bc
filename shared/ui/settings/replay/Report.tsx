import { useEffect, useMemo, useRef, useState } from 'react';
import { numberText, reportTables, type Figure, type Flaws, type ReportTable } from '../../../src/replay';
import { instantText } from '../../../src/time';
import { Bars } from './Bars';
import { Cases } from './Cases';
import { HeatMap } from './HeatMap';
import type { PageReport } from './pageReplay';
import { Table } from './Table';

interface ReportProps {
  readonly report: PageReport;
  readonly addressOf: (id: string) => string | undefined;
}

/** What a file's history says of hand-offs: the same tables that the command writes. */
export function Report({ report, addressOf }: ReportProps) {
  const { replayed, assumed } = report;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const tables = useMemo(() => reportTables(replayed), [replayed]);
  const days = replayed.span?.map(at => instantText(at).slice(0, 10)).join(' to ');
  return (
    <>
      <h3 className="baton-headline" tabIndex={-1} ref={title}>
        {days === undefined ? 'No ticket was opened in that time' : `What your history says of hand-offs, ${days}`}
      </h3>
      <Download json={report.json} />
      <Listed title="What is taken for granted" items={assumed} />
      {tables.map(table => (
        <TableSection key={table.title} table={table} report={report} addressOf={addressOf} />
      ))}
      <Listed title="Teams of which nothing tells whose they are" items={replayed.unplaced} />
      <FlawTable flaws={replayed.flaws} />
    </>
  );
}

/** The report as the file that the command writes of it. */
function Download({ json }: { readonly json: Blob }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(json);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [json]);
  return (
    <p>
      <a href={address} download="report.json">
        Save the report as JSON
      </a>
    </p>
  );
}

function TableSection({ table, report, addressOf }: ReportProps & { readonly table: ReportTable }) {
  const [asked, setAsked] = useState<{ readonly figure: Figure; readonly label: string }>();
  const { title, says, rows } = table;
  return (
    <section className="baton-section" aria-label={title}>
      <h3 className="baton-strong">{title}</h3>
      {says !== '' && <p className="baton-muted">{says}</p>}
      {rows.length === 0 ? <p>None.</p> : <Picture table={table} />}
      {rows.length > 0 && <Table table={table} onFigure={(figure, label) => setAsked({ figure, label })} />}
      {asked && (
        <Cases
          label={asked.label}
          isTime={asked.figure.startsWith('ms')}
          cases={report.behind(asked.figure)}
          addressOf={addressOf}
          lookInto={report.lookInto}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

function Picture({ table: { title, chart, heat } }: { readonly table: ReportTable }) {
  if (chart) return <Bars title={title} chart={chart} />;
  return heat ? <HeatMap title={title} heat={heat} /> : null;
}

function Listed({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <section className="baton-section" aria-label={title}>
      <h3 className="baton-strong">{title}</h3>
      <ul className="baton-bullets">
        {items.map(item => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function FlawTable({ flaws: { count, leftOut, examples } }: { readonly flaws: Flaws }) {
  if (count === 0) return null;
  const title = 'Lines with something wrong';
  const rows = examples.map(({ line, kind, message }) => [String(line), kind, message]);
  return (
    <section className="baton-section" aria-label={title}>
      <h3 className="baton-strong">{title}</h3>
      <p>
        {numberText(count)}, of which {numberText(leftOut)} were left out.
      </p>
      <Table table={{ title, says: '', head: ['Line', 'What', ''], rows }} />
    </section>
  );
}
