import { createRoot } from 'react-dom/client';
import { KitProvider, Panel, PanelSkeleton } from '@baton/shared/ui';
import { connect } from './bridge';
import { defineCrayons } from './crayonsElements';
import { fdkClient } from './fdkClient';
import { fitHeight } from './fitHeight';
import './freshservice.css';
import { freshserviceKit } from './kit';

/** The panel in the ticket's sidebar. */
async function open(): Promise<void> {
  defineCrayons();
  const place = document.getElementById('baton')!;
  const root = createRoot(place);
  root.render(<PanelSkeleton desk="freshservice" />);
  const client = await fdkClient();
  fitHeight(client, place);
  const bridge = await connect(client);
  root.render(
    <KitProvider value={freshserviceKit}>
      <Panel bridge={bridge} />
    </KitProvider>,
  );
}

void open();
