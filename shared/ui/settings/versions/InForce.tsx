import { clockText } from '../../../src/panel/clockText';
import type { VersionView } from '../../../src/settings';
import { useKit } from '../../kit';
import { MovingOn } from './MovingOn';
import { reachText, type SideNames } from './reachWords';
import { ActButtons, type ActButtonsProps } from './ActButtons';
import { authorName, signedText } from './versionWords';

interface InForceProps extends Omit<ActButtonsProps, 'version'> {
  readonly active: VersionView | undefined;
  readonly names: SideNames;
}

/** What counts now: which version, since when, and who signed it. */
export function InForce({ active, names, ...props }: InForceProps) {
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
      {view.reach && reachText(view.reach, names).map(says => <p key={says}>{says}</p>)}
      <p className="baton-muted">Written by {authorName(view, active.draftedBy)}.</p>
      <MovingOn view={view} ask={ask} />
      <ActButtons version={active} {...props} />
    </div>
  );
}
