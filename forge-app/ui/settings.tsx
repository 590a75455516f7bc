import { Settings, SettingsSkeleton } from '@baton/shared/ui';
import { mount } from './mount';
import { connectSettings } from './settingsBridge';

/** The agreement, for those who look after a space. */
async function open(): Promise<void> {
  const draw = await mount(<SettingsSkeleton desk="jira" />);
  const bridge = await connectSettings();
  draw(<Settings bridge={bridge} />);
}

void open();
