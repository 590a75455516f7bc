import type { ReactNode } from 'react';
import { Settings } from '@baton/shared/ui';
import { connectSettings } from './settingsBridge';

/** The agreement, beside the list, for leads who administer nothing. */
export async function openAgreement(): Promise<ReactNode> {
  return <Settings bridge={await connectSettings()} />;
}
