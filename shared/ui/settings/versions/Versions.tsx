import { useState } from 'react';
import type { Confirming, VersionView } from '../../../src/settings';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';
import { ConfirmNote } from './ConfirmNote';
import { InForce } from './InForce';
import { VersionCard } from './VersionCard';

/** What is in force, and the way to the next version. */
export function Versions({ view, ask, draft, addressOf }: SectionProps) {
  const [confirming, setConfirming] = useState<Confirming>();
  const active = view.versions.find(({ stage }) => stage === 'active');
  const others = view.versions.filter(version => version !== active);
  return (
    <div className="baton-versions">
      <InForce active={active} view={view} ask={ask} onConfirming={setConfirming} />
      {confirming && (
        <ConfirmNote
          confirming={confirming}
          desk={view.desk}
          addressOf={addressOf}
          onLook={() => void ask({ type: 'open' }).catch(() => undefined)}
        />
      )}
      {view.versions.length === 0 && Object.keys(draft).length === 0 && <Nothing />}
      {others.map(version => (
        <VersionCard key={version.number} version={version} view={view} ask={ask} onConfirming={setConfirming} />
      ))}
      <Standing versions={view.versions} />
    </div>
  );
}

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
