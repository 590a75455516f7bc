import { useState } from 'react';
import type { Confirming, SettingsView, VersionView } from '../../../src/settings';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';
import { Touched } from '../Touched';
import { ActForm } from './ActForm';
import { actsOn, type VersionAct } from './versionActs';
import { authorName, nextText, stageWords } from './versionWords';

interface VersionCardProps {
  readonly version: VersionView;
  readonly view: SettingsView;
  readonly ask: SectionProps['ask'];
  readonly onConfirming: (confirming: Confirming | undefined) => void;
}

/** Whether it may still come to count, for who writes or signs it. */
const isAhead = ({ viewer: { may } }: SettingsView, { stage }: VersionView): boolean =>
  stage !== 'retired' && (may.draft || may.approve);

/** One version that is not in force, and what this person can do with it. */
export function VersionCard({ version, view, ask, onConfirming }: VersionCardProps) {
  const { Button, Lozenge } = useKit();
  const [act, setAct] = useState<VersionAct>();
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
      {act ? (
        <ActForm
          {...{ act, version, view, ask }}
          onDone={confirming => {
            setAct(undefined);
            onConfirming(confirming);
          }}
          onCancel={() => setAct(undefined)}
        />
      ) : (
        <div className="baton-actions">
          {actsOn(view, version).map(each => (
            <Button key={each.type} label={each.label} emphasis={each.emphasis} onPress={() => setAct(each)} />
          ))}
        </div>
      )}
    </div>
  );
}
