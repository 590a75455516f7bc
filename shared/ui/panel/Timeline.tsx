import { useState } from 'react';
import type { ActionView, TimelineEntry } from '../../src/panel/view';
import { useKit } from '../kit';
import { Actions } from './Actions';

interface TimelineProps {
  readonly timeline: readonly TimelineEntry[];
  readonly exports: ActionView | undefined;
  readonly onPress: (action: ActionView) => void;
  readonly busy: string | undefined;
}

/** Everything that was recorded, closed until somebody wants it. */
export function Timeline({ timeline, exports, onPress, busy }: TimelineProps) {
  const { Disclosure } = useKit();
  const [isOpen, setOpen] = useState(false);
  if (timeline.length === 0) return null;
  return (
    <section className="baton-section">
      <Disclosure label={`Timeline (${timeline.length})`} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
        <ol className="baton-timeline">
          {timeline.map(entry => (
            <Entry key={entry.seq} entry={entry} onPress={onPress} />
          ))}
        </ol>
        {exports && <Actions actions={[exports]} onPress={onPress} busy={busy} />}
      </Disclosure>
    </section>
  );
}

interface EntryProps {
  readonly entry: TimelineEntry;
  readonly onPress: (action: ActionView) => void;
}

function Entry({ entry: { time, iso, text, detail, mark, erase }, onPress }: EntryProps) {
  const { Button } = useKit();
  return (
    <li>
      <time className="baton-time" dateTime={iso}>
        {time}
      </time>
      <div>
        {text} {mark && <span className="baton-mark">{mark}</span>}
        {detail && <div className="baton-muted">{detail}</div>}
        {erase && <Button label={erase.label} emphasis={erase.emphasis} onPress={() => onPress(erase)} />}
      </div>
    </li>
  );
}
