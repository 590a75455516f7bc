import { useState } from 'react';
import type { Confirming, VersionView } from '../../../src/settings';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';
import { ConfirmNote } from './ConfirmNote';
import { sideNames } from '../setup/setupProps';
import { InForce } from './InForce';
import { Modes } from './Modes';
import { VersionCard } from './VersionCard';

/** What is in force, and the way to the next version. */
export function Versions({ view, ask, draft, isEditable, addressOf, onChange }: SectionProps) {
  const [waiting, setWaiting] = useState<{ readonly is: Confirming; readonly since: number }>();
  // Once something has happened to the versions, what it was shown for is over or can be asked for again.
  const confirming = waiting?.since === view.revision ? waiting.is : undefined;
  const setConfirming = (is?: Confirming): void => setWaiting(is && { is, since: view.revision });
  const active = view.versions.find(({ stage }) => stage === 'active');
  const others = view.versions.filter(version => version !== active);
  return (
    <div className="baton-versions">
      <InForce active={active} names={sideNames(draft)} view={view} ask={ask} onConfirming={setConfirming} />
      {confirming && (
        <ConfirmNote
          key={confirming.code}
          confirming={confirming}
          desk={view.desk}
          addressOf={addressOf}
          onLook={() => ask({ type: 'open' }).catch(() => undefined)}
        />
      )}
      {isNothing({ view, draft }) && <Nothing />}
      {others.map(version => (
        <VersionCard key={version.number} version={version} view={view} ask={ask} onConfirming={setConfirming} />
      ))}
      {active && isEditable && <Modes draft={draft} onChange={onChange} />}
      <Standing versions={view.versions} />
    </div>
  );
}

const isNothing = ({ view, draft }: Pick<SectionProps, 'view' | 'draft'>): boolean =>
  view.versions.length === 0 && Object.keys(draft).length === 0;

function Nothing() {
  const { Banner } = useKit();
  return (
    <Banner tone="info" title="There is no agreement yet">
      <p>Its versions will be listed here. Begin under Set up, or take one from a file.</p>
    </Banner>
  );
}

/** How a version comes to count, for who sees this for the first time. */
const Standing = ({ versions }: { readonly versions: readonly VersionView[] }) =>
  versions.length > 1 ? null : (
    <p className="baton-muted">
      A change is a draft first. Once it is proposed, one person of each party approves it; then either approver makes
      it count, now or from a date.
    </p>
  );
