import { Fragment, useMemo, useState } from 'react';
import type { CellDocument, Finding } from '../../../src/settings/matrix';
import { useKit } from '../../kit';
import type { Opened } from './OpenForm';

interface AdviceProps {
  readonly findings: readonly Finding[];
  readonly matrix: readonly CellDocument[];
  readonly isCurrent: boolean;
  readonly onJump: (finding: Finding) => void;
  readonly onOpen: (opened: Opened) => void;
}

const FIRST = 10;

const countText = (findings: readonly Finding[], isCurrent: boolean): string => {
  const mistakes = findings.filter(({ kind }) => kind === 'mistake').length;
  const checking = isCurrent ? '' : ' Looking through the last change…';
  if (findings.length === 0) return isCurrent ? 'Nothing to correct, nothing to look at.' : 'Looking it through…';
  return `${mistakes} to correct, ${findings.length - mistakes} to look at.${checking}`;
};

type Alike = readonly Finding[];

/** What is said of several cells in the same words is said once. */
function byText(findings: readonly Finding[]): readonly Alike[] {
  const alike = new Map<string, Finding[]>();
  for (const finding of findings) alike.set(finding.text, [...(alike.get(finding.text) ?? []), finding]);
  return [...alike.values()];
}

interface JumpsProps extends Pick<AdviceProps, 'onJump'> {
  readonly alike: Alike;
  readonly names: ReadonlyMap<string, string>;
}

/** Where it can be mended. What is wrong with an example is told beside it. */
const Jumps = ({ alike, names, onJump }: JumpsProps) => (
  <>
    {alike
      .filter(({ path }) => !path.startsWith('tests.'))
      .map(finding => (
        <Fragment key={finding.cell ?? finding.path}>
          {' '}
          <button type="button" className="baton-jump" onClick={() => onJump(finding)}>
            {`Go to ${names.get(finding.cell ?? '') ?? 'the place'}`}
          </button>
        </Fragment>
      ))}
  </>
);

/** Everything that was found, each a press away from where it can be mended. */
export function Advice({ findings, matrix, isCurrent, onJump, onOpen }: AdviceProps) {
  const { Button } = useKit();
  const [isAll, setAll] = useState(false);
  const names = new Map(matrix.map(({ id, name }) => [id, name]));
  const texts = useMemo(() => byText(findings), [findings]);
  const shown = isAll ? texts : texts.slice(0, FIRST);
  return (
    <section className="baton-section" aria-label="To correct and to look at">
      <h3 className="baton-strong">To correct and to look at</h3>
      <p className="baton-muted">{countText(findings, isCurrent)}</p>
      <ul className="baton-findings">
        {shown.map(alike => (
          <li key={alike[0]!.text} data-kind={alike[0]!.kind}>
            {alike[0]!.text}
            <Jumps alike={alike} names={names} onJump={onJump} />
          </li>
        ))}
      </ul>
      <div className="baton-actions">
        {texts.length > shown.length && (
          <Button label={`Show all ${texts.length}`} emphasis="subtle" onPress={() => setAll(true)} />
        )}
        <Button
          label="Client IT → provider, for all"
          emphasis="subtle"
          onPress={() => onOpen({ what: 'client>msp' })}
        />
        <Button
          label="Provider → client IT, for all"
          emphasis="subtle"
          onPress={() => onOpen({ what: 'msp>client' })}
        />
      </div>
    </section>
  );
}
