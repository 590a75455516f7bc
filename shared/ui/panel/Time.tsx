import type { PanelView } from '../../src/panel/view';
import { Bar } from './Bar';

/** Who used the time until the deadline, and who counts it. */
export function Time({ view: { bar, deadline } }: { readonly view: PanelView }) {
  if (!bar) return null;
  return (
    <section className="baton-section" aria-labelledby="baton-time">
      <h3 className="baton-eyebrow" id="baton-time">
        Time used
      </h3>
      <Bar bar={bar} />
      {[deadline?.note, deadline?.difference, deadline?.causes].map(
        line =>
          line && (
            <p className="baton-note" key={line}>
              {line}
            </p>
          ),
      )}
    </section>
  );
}
