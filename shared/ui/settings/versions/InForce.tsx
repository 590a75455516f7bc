import { clockText } from '../../../src/panel/clockText';
import type { VersionView } from '../../../src/settings';
import { useKit } from '../../kit';
import { MovingOn } from './MovingOn';
import { VersionActs, type VersionActsProps } from './VersionActs';
import { authorName, signedText } from './versionWords';

type InForceProps = Omit<VersionActsProps, 'version'> & { readonly active: VersionView | undefined };

/** What counts now: which version, since when, and who signed it. */
export function InForce({ active, ...props }: InForceProps) {
  const { view, ask } = props;
  const { Lozenge } = useKit();
  if (!active) return <p>Nothing is in force. Baton watches nothing until a version counts.</p>;
  const since =
    active.from === undefined || active.from === 0 ? undefined : clockText(active.from, view.timeZone, view.now);
  return (
    <div className="baton-version" data-stage="active">
      <p className="baton-version-head">
        <strong>Version {active.number} is in force</strong> <Lozenge text="IN FORCE" tone="met" />
      </p>
      <p>
        {since === undefined ? 'Since before versions were kept' : `Since ${since}`}. {signedText(view, active)}
      </p>
      <p className="baton-muted">Written by {authorName(view, active.draftedBy)}.</p>
      <MovingOn view={view} ask={ask} />
      <VersionActs version={active} {...props} />
    </div>
  );
}
