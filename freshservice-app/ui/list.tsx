import { createRoot } from 'react-dom/client';
import { KitProvider, ListSkeleton } from '@baton/shared/ui';
import { defineCrayons } from './crayonsElements';
import { fdkClient } from './fdkClient';
import './freshservice.css';
import { freshserviceKit } from './kit';
import { connectList } from './listBridge';
import { OwnPage } from './OwnPage';

/** The list on the app's own page. */
async function open(): Promise<void> {
  defineCrayons();
  const root = createRoot(document.getElementById('baton')!);
  root.render(<ListSkeleton desk="freshservice" />);
  const client = await fdkClient();
  const bridge = await connectList(client);
  root.render(
    <KitProvider value={freshserviceKit}>
      <OwnPage client={client} bridge={bridge} />
    </KitProvider>,
  );
}

void open();
