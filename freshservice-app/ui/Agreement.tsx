import { useEffect, useState } from 'react';
import { Settings, SettingsSkeleton, type SettingsBridge } from '@baton/shared/ui';
import type { FdkClient } from './fdkClient';
import { connectSettings } from './settingsBridge';

/** The agreement, beside the list on the app's own page. */
export function Agreement({ client }: { readonly client: FdkClient }) {
  const [bridge, setBridge] = useState<SettingsBridge>();
  useEffect(() => void connectSettings(client).then(setBridge), [client]);
  return bridge ? <Settings bridge={bridge} /> : <SettingsSkeleton desk="freshservice" />;
}
