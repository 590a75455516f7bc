import { ListSkeleton, OwnPage } from '@baton/shared/ui';
import { connectList } from './listBridge';
import { mount } from './mount';

/** The app's page among a space's queues. */
async function open(): Promise<void> {
  const draw = await mount(<ListSkeleton desk="jira" />);
  const bridge = await connectList();
  draw(<OwnPage bridge={bridge} loadAgreement={async () => (await import('./agreement')).openAgreement()} />);
}

void open();
