import { useMemo, useState } from 'react';
import type { Agreement, Crossing } from '../../../src/agreement';
import {
  crossings,
  factFields,
  factsFrom,
  whichCell,
  type Answered,
  typedFrom,
  type TypedFacts,
} from '../../../src/settings/matrix';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';
import { LookUp } from './LookUp';

interface WhichCellProps extends Pick<SectionProps, 'ask' | 'view'> {
  /** Absent while the draft cannot be read. */
  readonly agreement: Agreement | undefined;
  readonly onGo: (row: number) => void;
}

/** So many passed rows are told at first. */
const FIRST = 20;

/** Which cell a ticket would come to, and why not another. */
export function WhichCell({ agreement, ask, view, onGo }: WhichCellProps) {
  const { Disclosure, Select, TextField } = useKit();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<TypedFacts>({ workType: 'incident', priority: '3' });
  const [way, setWay] = useState('any');
  const answered = useMemo(() => {
    if (!isOpen || !agreement) return undefined;
    return whichCell(agreement, factsFrom(typed), way === 'any' ? undefined : (way as Crossing));
  }, [isOpen, agreement, typed, way]);
  const { draft: mayWrite, approve: maySign } = view.viewer.may;
  return (
    <section className="baton-section">
      <Disclosure label="Which cell would this ticket hit, and why?" isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
        {(mayWrite || maySign) && <LookUp {...{ ask, view }} onFound={({ facts }) => setTyped(typedFrom(facts))} />}
        <div className="baton-field-grid">
          {factFields.map(({ path, label }) => (
            <TextField
              key={path}
              name={`fact ${path}`}
              label={label}
              value={typed[path] ?? ''}
              onChange={value => setTyped({ ...typed, [path]: value })}
            />
          ))}
          <Select
            name="fact crossing"
            label="Which way it crosses"
            value={way}
            choices={crossings.map(([value, label]) => ({ value, label }))}
            onChange={setWay}
          />
        </div>
        <div role="status">
          {answered ? (
            <Answer {...answered} onGo={onGo} />
          ) : (
            <p>Correct the agreement first: it cannot be read as it is.</p>
          )}
        </div>
      </Disclosure>
    </section>
  );
}

function Answer({ decides, before, onGo }: Answered & Pick<WhichCellProps, 'onGo'>) {
  const { Button } = useKit();
  const [isAll, setAll] = useState(false);
  const told = isAll ? before : before.slice(-FIRST);
  return (
    <>
      {decides ? (
        <p>
          <button type="button" className="baton-jump" onClick={() => onGo(decides.row)}>
            {`${decides.row + 1} ${decides.name}`}
          </button>{' '}
          decides: {decides.why}.
        </p>
      ) : (
        <p className="baton-strong">No cell decides: nobody owns this ticket.</p>
      )}
      {told.length > 0 && (
        <>
          <p className="baton-muted">Passed over above it:</p>
          <ol className="baton-findings">
            {told.map(({ row, name, why }) => (
              <li key={`${row} ${name}`}>
                <span className="baton-strong">{`${row + 1} ${name}`}</span>: {why}
              </li>
            ))}
          </ol>
        </>
      )}
      {told.length < before.length && (
        <Button label={`Show all ${before.length}`} emphasis="subtle" onPress={() => setAll(true)} />
      )}
    </>
  );
}
