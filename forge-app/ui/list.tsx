import { List, ListSkeleton } from '@baton/shared/ui';
import { connectList } from './listBridge';
import { mount } from './mount';

/** The list among a space's queues. */
async function open(): Promise<void> {
  const draw = await mount(<ListSkeleton desk="jira" />);
  const bridge = await connectList();
  draw(<List bridge={bridge} />);
}

void open();
