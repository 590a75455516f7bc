import type { BarView } from '../../src/panel/view';

/** Who used the time. Every colour has a pattern of its own and a line in the legend. */
export function Bar({ bar }: { readonly bar: BarView }) {
  return (
    <>
      <div className="baton-bar" role="img" aria-label={bar.label}>
        <span className="baton-track">
          {bar.parts.map(({ tone, percent, label }) => (
            <span key={label} className="baton-part" data-party={tone} style={{ width: `${percent}%` }} />
          ))}
        </span>
        {bar.paused.map(({ tone, label }) => (
          <span key={label} className="baton-stop baton-hatched" data-party={tone} />
        ))}
      </div>
      <ul className="baton-legend" aria-hidden="true">
        {bar.parts.map(({ tone, label }) => (
          <li key={label}>
            <span className="baton-swatch" data-party={tone} />
            {label}
          </li>
        ))}
        {bar.paused.map(({ tone, label }) => (
          <li key={label}>
            <span className="baton-swatch baton-hatched" data-party={tone} />
            {label}
          </li>
        ))}
      </ul>
    </>
  );
}
