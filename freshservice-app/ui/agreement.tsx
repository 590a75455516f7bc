import type { ReactNode } from 'react';
import { Settings } from '@baton/shared/ui';
import type { FdkClient } from './fdkClient';
import { connectSettings } from './settingsBridge';

/** The agreement, beside the list on the app's own page. */
export async function openAgreement(client: FdkClient): Promise<ReactNode> {
  return <Settings bridge={await connectSettings(client)} />;
}
