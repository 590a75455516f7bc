import type { HeatData } from '../../../src/replay';

/** A week of hours, each as dark as it has much. The table after it says the same to whoever does not see it. */
export function HeatMap({ title, heat }: { readonly title: string; readonly heat: HeatData }) {
  const { rows, columns, values } = heat;
  const most = Math.max(1, ...values.flat());
  return (
    <div className="baton-heat" role="img" aria-label={`${title}, as a chart; the table follows`}>
      <span />
      {columns.map((name, index) => (
        <span key={name} className="baton-heat-hour">
          {index % 6 === 0 ? name.slice(0, 2) : ''}
        </span>
      ))}
      {rows.map((name, row) => [
        <span key={name} className="baton-heat-day">
          {name}
        </span>,
        ...(values[row] ?? []).map((value, index) => (
          <span key={`${name} ${index}`} className="baton-heat-field">
            <span style={{ opacity: value / most }} />
          </span>
        )),
      ])}
    </div>
  );
}
