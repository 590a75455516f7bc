import type { SettingsView, VersionView } from '../../../src/settings';
import { useKit } from '../../kit';
import { Touched } from '../Touched';
import { ActButtons, type ActButtonsProps } from './ActButtons';
import { authorName, nextText, stageWords } from './versionWords';

/** Whether it may still come to count, for who writes or signs it. */
const isAhead = ({ viewer: { may } }: SettingsView, { stage }: VersionView): boolean =>
  stage !== 'retired' && (may.draft || may.approve);

/** One version that is not in force, and what this person can do with it. */
export function VersionCard(props: ActButtonsProps) {
  const { version, view, ask } = props;
  const { Lozenge } = useKit();
  return (
    <div className="baton-version" data-stage={version.stage}>
      <p className="baton-version-head">
        <strong>Version {version.number}</strong> <Lozenge {...stageWords[version.stage]} />
      </p>
      <p>{nextText(view, version)}</p>
      <p className="baton-muted">Written by {authorName(view, version.draftedBy)}.</p>
      {isAhead(view, version) && (
        <Touched
          {...{ ask, view }}
          of={`${version.number} ${version.content}`}
          request={() => ({ type: 'touched', version: version.number })}
        />
      )}
      <ActButtons {...props} />
    </div>
  );
}
