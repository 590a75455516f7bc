import { reachOf, withBoundaryMode, withCellMode, type Mode } from '../../../src/settings';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';
import { sideNames } from '../setup/setupProps';
import { modeWords, waysOf } from './reachWords';

const choices = (['observe', 'pilot', 'enforce'] as const).map(mode => ({
  value: mode,
  label: `It ${modeWords[mode]}`,
}));
const AS_BOUNDARY = 'as its boundary';
/** As many cells as are changed here; the matrix has them all. */
const SHOWN = 8;

/** How far the text that is being edited goes: a change like any other, which both parties sign. */
export function Modes({ draft, onChange }: Pick<SectionProps, 'draft' | 'onChange'>) {
  const { Select, Button } = useKit();
  const { boundaries, cells } = reachOf(draft);
  return (
    <section aria-label="How far the next version goes" className="baton-fields">
      <h3 className="baton-strong">How far the next version goes</h3>
      <p className="baton-muted">
        Begin by watching, then pilot where little can go wrong. What you choose here is written as a draft; it counts
        once both parties have signed it.
      </p>
      {waysOf(sideNames(draft)).map(([crossing, way]) => (
        <Select
          key={crossing}
          name={`mode-${crossing}`}
          label={way}
          value={boundaries[crossing]}
          choices={choices}
          onChange={value => onChange(withBoundaryMode(draft, crossing, value as Mode))}
        />
      ))}
      {cells.slice(0, SHOWN).map(({ id, name, mode }) => (
        <Select
          key={id}
          name={`mode-cell-${id}`}
          label={`In ${name}`}
          value={mode}
          choices={[{ value: AS_BOUNDARY, label: 'As its boundary does' }, ...choices]}
          onChange={value => onChange(withCellMode(draft, id, value === AS_BOUNDARY ? undefined : (value as Mode)))}
        />
      ))}
      <div className="baton-actions">
        <Button
          label={
            cells.length > SHOWN
              ? `The other ${cells.length - SHOWN}, in the matrix`
              : 'For a single cell, in the matrix'
          }
          emphasis="subtle"
          onPress={() => void (window.location.hash = 'matrix')}
        />
      </div>
    </section>
  );
}
