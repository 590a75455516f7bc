import { useState } from 'react';
import { baselineTable, numberText } from '../../../src/replay';
import type { BaselineView } from '../../../src/settings';
import { instantText } from '../../../src/time';
import { useKit } from '../../kit';
import { Table } from './Table';

const day = (at: number): string => instantText(at).slice(0, 10);

/** Baselines that leads have frozen, the newest first; none is ever changed. */
export function FrozenBaselines({ frozen }: { readonly frozen: readonly BaselineView[] }) {
  if (frozen.length === 0) return null;
  return (
    <section className="baton-section" aria-label="Frozen baselines">
      <h3 className="baton-strong">Frozen baselines</h3>
      {frozen.map(baseline => (
        <Frozen key={baseline.number} baseline={baseline} />
      ))}
    </section>
  );
}

function Frozen({ baseline }: { readonly baseline: BaselineView }) {
  const { Disclosure } = useKit();
  const { number, at, name, assurance, first, last, file, cases, version, figures } = baseline;
  const [isOpen, setOpen] = useState(false);
  const who = `${name}${assurance === 'claimed' ? ' (claimed)' : ''}`;
  const against = version === undefined ? 'an agreement that is not in force' : `version ${version} of the agreement`;
  const table = baselineTable(figures);
  return (
    <Disclosure
      label={`${number}. ${day(first)} to ${day(last)}, frozen ${day(at)} by ${who}`}
      isOpen={isOpen}
      onToggle={() => setOpen(!isOpen)}
    >
      <p className="baton-muted">
        {file}, {numberText(cases)} tickets, held against {against}. {table.says}
      </p>
      <Table table={table} />
    </Disclosure>
  );
}
