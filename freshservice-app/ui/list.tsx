import { createRoot } from 'react-dom/client';
import { KitProvider, List, ListSkeleton } from '@baton/shared/ui';
import { defineCrayons } from './crayonsElements';
import { fdkClient } from './fdkClient';
import './freshservice.css';
import { freshserviceKit } from './kit';
import { connectList } from './listBridge';

/** The list on the app's own page. */
async function open(): Promise<void> {
  defineCrayons();
  const root = createRoot(document.getElementById('baton')!);
  root.render(<ListSkeleton desk="freshservice" />);
  const bridge = await connectList(await fdkClient());
  root.render(
    <KitProvider value={freshserviceKit}>
      <List bridge={bridge} />
    </KitProvider>,
  );
}

void open();
