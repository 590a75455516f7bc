import { Settings, SettingsSkeleton } from '@baton/shared/ui';
import { Channels } from './Channels';
import { mount } from './mount';
import { connectSettings } from './settingsBridge';
import { Sources } from './Sources';
import { ValidatorUses } from './ValidatorUses';

/** The agreement, and what an administrator keeps for it on this site. */
async function open(): Promise<void> {
  const draw = await mount(<SettingsSkeleton desk="jira" />);
  const bridge = await connectSettings();
  const addresses = (
    <>
      <Channels />
      <Sources />
    </>
  );
  draw(<Settings bridge={bridge} below={{ setup: addresses, about: <ValidatorUses /> }} />);
}

void open();
