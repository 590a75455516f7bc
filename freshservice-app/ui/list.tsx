import { createRoot } from 'react-dom/client';
import { KitProvider, ListSkeleton, OwnPage } from '@baton/shared/ui';
import { defineCrayons } from './crayonsElements';
import { fdkClient } from './fdkClient';
import './freshservice.css';
import { freshserviceKit } from './kit';
import { connectList } from './listBridge';

/** The app's own page. */
async function open(): Promise<void> {
  defineCrayons();
  const root = createRoot(document.getElementById('baton')!);
  root.render(<ListSkeleton desk="freshservice" />);
  const client = await fdkClient();
  const bridge = await connectList(client);
  root.render(
    <KitProvider value={freshserviceKit}>
      <OwnPage bridge={bridge} loadAgreement={async () => (await import('./agreement')).openAgreement(client)} />
    </KitProvider>,
  );
}

void open();
