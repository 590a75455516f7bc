import { useEffect, useState, type ReactNode } from 'react';
import { Frame } from '../Frame';
import { useKit } from '../kit';
import type { SettingsView } from '../../src/settings';
import { Waiting } from '../panel/Waiting';
import { SaveBar } from './SaveBar';
import { sections } from './sections';
import { SectionShown } from './SectionShown';
import { SectionSwitch } from './SectionSwitch';
import type { SettingsBridge } from './settingsBridge';
import { isTyped, type OpenSettings } from './settingsState';
import { useFrozen, useInForce } from './useInForce';
import { useMistakes } from './useMistakes';
import { useSettings, type LiveSettings } from './useSettings';

interface SettingsProps {
  readonly bridge: SettingsBridge;
  /** What only this desk has, by the section it stands below. */
  readonly below?: Readonly<Record<string, ReactNode>>;
}

/** The agreement: seen, changed and signed. Needs a `KitProvider` above it. */
export function Settings({ bridge, below = {} }: SettingsProps) {
  const live = useSettings(bridge);
  const { open, trouble } = live.state;
  return (
    <Frame desk={bridge.desk}>
      <div className="baton-page">
        <h1 className="baton-headline">Agreement</h1>
        {trouble && <Trouble {...trouble} onRetry={() => void live.ask({ type: 'open' }).catch(() => undefined)} />}
        {open ? (
          <Sections open={open} live={live} addressOf={bridge.addressOf} below={below} />
        ) : (
          !trouble && <Waiting />
        )}
      </div>
    </Frame>
  );
}

/** What a page shows until it has a bridge. */
export const SettingsSkeleton = ({ desk }: Pick<SettingsBridge, 'desk'>) => (
  <Frame desk={desk}>
    <Waiting />
  </Frame>
);

/** The section that the page's address names; else where to begin, and later the first. */
const addressed = ({ versions }: SettingsView): string =>
  window.location.hash.slice(1) || (versions.length === 0 ? 'setup' : sections[0]!.id);

/** Another part of the page may lead to a section. Returns how to stop. */
function listenToAddress(show: (id: string) => void): () => void {
  const changed = (): void => show(window.location.hash.slice(1));
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

interface SectionsProps extends Pick<SettingsBridge, 'addressOf'>, Required<Pick<SettingsProps, 'below'>> {
  readonly open: OpenSettings;
  readonly live: LiveSettings;
}

function Sections({ open, live, addressOf, below }: SectionsProps) {
  const [id, setId] = useState(() => addressed(open.view));
  useEffect(() => listenToAddress(setId), []);
  const { view, draft } = open;
  const inForce = useInForce(open, live.ask);
  const frozen = useFrozen(inForce, draft);
  const problems = [...useMistakes(draft), ...frozen];
  const isEditable = view.viewer.may.draft;
  const shown = sections.find(section => section.id === id) ?? sections[0]!;
  const given = { draft, view, inForce, problems, isEditable, onChange: live.change, ask: live.ask, addressOf };
  return (
    <>
      <SectionSwitch label="Sections" sections={sections} shown={shown.id} onShow={setId} />
      {isEditable && isTyped(open) && <SaveBar mistakes={problems.length} {...{ open, frozen }} {...live} />}
      <SectionShown key={shown.id} section={shown} {...given} />
      {below[shown.id]}
    </>
  );
}

interface TroubleProps {
  readonly sentence: string;
  readonly remedy: string;
  readonly onRetry: () => void;
}

function Trouble({ sentence, remedy, onRetry }: TroubleProps) {
  const { Banner, Button } = useKit();
  return (
    <Banner tone="warning" title={sentence}>
      <p>{remedy}</p>
      <div className="baton-actions">
        <Button label="Try again" emphasis="default" onPress={onRetry} />
      </div>
    </Banner>
  );
}
