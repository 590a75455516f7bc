import { useState } from 'react';
import type { TimelineEntry } from '../../src/panel/view';
import { useKit } from '../kit';

/** Everything that was recorded, closed until somebody wants it. */
export function Timeline({ timeline }: { readonly timeline: readonly TimelineEntry[] }) {
  const { Disclosure } = useKit();
  const [isOpen, setOpen] = useState(false);
  if (timeline.length === 0) return null;
  return (
    <section className="baton-section">
      <Disclosure label={`Timeline (${timeline.length})`} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
        <ol className="baton-timeline">
          {timeline.map(entry => (
            <Entry key={entry.seq} entry={entry} />
          ))}
        </ol>
      </Disclosure>
    </section>
  );
}

function Entry({ entry: { time, iso, text, detail, mark } }: { readonly entry: TimelineEntry }) {
  return (
    <li>
      <time className="baton-time" dateTime={iso}>
        {time}
      </time>
      <div>
        {text} {mark && <span className="baton-mark">{mark}</span>}
        {detail && <div className="baton-muted">{detail}</div>}
      </div>
    </li>
  );
}
