import { Panel, PanelSkeleton } from '@baton/shared/ui';
import { connect } from './bridge';
import { mount } from './mount';

/** The panel beside a work item. */
async function open(): Promise<void> {
  const draw = await mount(<PanelSkeleton desk="jira" />);
  const bridge = await connect();
  draw(<Panel bridge={bridge} />);
}

void open();
