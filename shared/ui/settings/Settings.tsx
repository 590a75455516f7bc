import { useState, type ReactNode } from 'react';
import { Frame } from '../Frame';
import { useKit } from '../kit';
import { Waiting } from '../panel/Waiting';
import type { SectionProps } from './section';
import { sections } from './sections';
import { SectionShown } from './SectionShown';
import { SectionSwitch } from './SectionSwitch';
import type { SettingsBridge } from './settingsBridge';
import { useSettings } from './useSettings';

interface SettingsProps {
  readonly bridge: SettingsBridge;
  /** What only this desk has, below every section. */
  readonly children?: ReactNode;
}

/** The agreement: seen, changed and signed. Needs a `KitProvider` above it. */
export function Settings({ bridge, children }: SettingsProps) {
  const { state, change, ask } = useSettings(bridge);
  return (
    <Frame desk={bridge.desk}>
      <div className="baton-page">
        <h1 className="baton-headline">Agreement</h1>
        {state.trouble && <Trouble {...state.trouble} />}
        {state.open ? (
          <Sections
            draft={state.open.draft}
            view={state.open.view}
            onChange={change}
            ask={ask}
            addressOf={bridge.addressOf}
          />
        ) : (
          !state.trouble && <Waiting />
        )}
        {children}
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

/** The section that the page's address names, or the first. */
const addressed = (): string => window.location.hash.slice(1) || sections[0]!.id;

function Sections(props: Omit<SectionProps, 'problems' | 'isEditable'>) {
  const [id, setId] = useState(addressed);
  const shown = sections.find(section => section.id === id) ?? sections[0]!;
  return (
    <>
      <SectionSwitch sections={sections} shown={shown.id} onShow={setId} />
      <SectionShown key={shown.id} section={shown} {...props} problems={[]} isEditable={props.view.viewer.may.draft} />
    </>
  );
}

function Trouble({ sentence, remedy }: { readonly sentence: string; readonly remedy: string }) {
  const { Banner } = useKit();
  return (
    <Banner tone="warning" title={sentence}>
      <p>{remedy}</p>
    </Banner>
  );
}
