import { useState } from 'react';
import type { Confirming, SettingsView, VersionView } from '../../../src/settings';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';
import { ActForm } from './ActForm';
import { actsOn, type VersionAct } from './versionActs';

/** What the acts on a version need to know. */
export interface ActButtonsProps {
  readonly version: VersionView;
  readonly view: SettingsView;
  readonly ask: SectionProps['ask'];
  readonly onConfirming: (confirming: Confirming | undefined) => void;
}

/** What this person can do with a version, and the form of what they chose. */
export function ActButtons({ version, view, ask, onConfirming }: ActButtonsProps) {
  const { Button } = useKit();
  const [act, setAct] = useState<VersionAct>();
  if (act)
    return (
      <ActForm
        {...{ act, version, view, ask }}
        onDone={confirming => {
          setAct(undefined);
          onConfirming(confirming);
        }}
        onCancel={() => setAct(undefined)}
      />
    );
  return (
    <div className="baton-actions">
      {actsOn(view, version).map(each => (
        <Button key={each.type} label={each.label} emphasis={each.emphasis} onPress={() => setAct(each)} />
      ))}
    </div>
  );
}
