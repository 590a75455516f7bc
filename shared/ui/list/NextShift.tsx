import { useState } from 'react';
import type { ListRowView } from '../../src/panel/listView';
import { useKit } from '../kit';
import type { ListBridge } from './listBridge';
import { shownRows, type ListState } from './listState';
import type { RowActs } from './RowAct';
import { Section } from './Section';
import type { ListControls } from './useList';

interface NextShiftProps extends Pick<RowActs, 'onAccept' | 'onTakeOver'> {
  readonly state: ListState;
  readonly bridge: Pick<ListBridge, 'addressOf' | 'ask' | 'open'>;
  readonly onTakeAll: ListControls['takeAll'];
}

/** As many as one request may ask for. */
const AT_ONCE = 10;

/** What the last shift offers: all of it in one press but what is left out, urgent tickets by a press each. */
export function NextShift({ onTakeAll, ...shared }: NextShiftProps) {
  const { state, bridge } = shared;
  const { Button } = useKit();
  const [left, setLeft] = useState<Readonly<Record<string, boolean>>>({});
  const [next, setNext] = useState<Readonly<Record<string, string>>>({});
  const rows = shownRows(state, 'shift').map(({ row }) => row);
  if (rows.length === 0) return null;
  const together = rows.filter(({ shift }) => shift && !shift.isAlone);
  const isTaken = ({ ticket }: ListRowView): boolean => left[ticket] !== true;
  const isSending = state.sending !== undefined;
  const showNext = (): void => {
    void wordsFor(bridge, rows).then(found => setNext({ ...next, ...found }));
  };
  return (
    <Section
      {...shared}
      name="shift"
      next={next}
      choice={{ isTaken, onChange: (row, taken) => setLeft({ ...left, [row.ticket]: !taken }) }}
    >
      <div className="baton-actions">
        {together.length > 0 && (
          <Button
            label={takeLabel(together.length, together.filter(isTaken).length)}
            emphasis="primary"
            isDisabled={isSending}
            onPress={() => onTakeAll(together, row => !isTaken(row))}
          />
        )}
        <Button label="Show what is next" emphasis="subtle" isDisabled={isSending} onPress={showNext} />
      </div>
    </Section>
  );
}

function takeLabel(all: number, taken: number): string {
  if (taken === all) return all === 1 ? 'Take it' : `Take all ${all}`;
  return taken === 0 ? `Leave all ${all}` : `Take ${taken}, leave ${all - taken}`;
}

/** What was said to be next on these; nothing where no answer came, since the ticket itself says it too. */
async function wordsFor(
  { ask }: Pick<ListBridge, 'ask'>,
  rows: readonly ListRowView[],
): Promise<Record<string, string>> {
  const tickets = rows.slice(0, AT_ONCE).map(({ ticket }) => ticket);
  const answer = await ask({ type: 'next actions', tickets }).catch(() => undefined);
  if (!answer?.ok || !('next' in answer)) return {};
  return Object.fromEntries(answer.next.map(({ ticket, nextAction }) => [ticket, nextAction]));
}
