import type { ChartData } from '../../../src/replay';

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Bars lying down, stacked where there are several series. The table after it says the same to whoever does not see it. */
export function Bars({ title, chart: { names, series } }: { readonly title: string; readonly chart: ChartData }) {
  const whole = (row: number): number => sum(series.map(({ values }) => values[row] ?? 0));
  const longest = Math.max(0, ...names.map((_, row) => whole(row)));
  if (longest === 0) return null;
  return (
    <div className="baton-bars" role="img" aria-label={`${title}, as a chart; the table follows`}>
      {names.map((name, row) => (
        <div key={name} className="baton-bars-row">
          <span className="baton-bars-name">{name}</span>
          <span className="baton-bars-track">
            {series.map(({ name: of, values }, index) => {
              const width = `${(100 * (values[row] ?? 0)) / longest}%`;
              return <span key={of} className="baton-bars-part" data-series={index} style={{ width }} />;
            })}
          </span>
        </div>
      ))}
      {series.length > 1 && (
        <p className="baton-muted baton-bars-legend">
          {series.map(({ name }, index) => (
            <span key={name}>
              <span className="baton-bars-key" data-series={index} /> {name}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
