import { view } from '@forge/bridge';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { KitProvider } from '@baton/shared/ui';
import './jira.css';
import { jiraKit } from './kit';

/** Where a page of the app is drawn, in the colours of the person's theme from its first paint. */
export async function mount(first: ReactNode): Promise<(screen: ReactNode) => void> {
  await view.theme.enable().catch(() => undefined);
  const root = createRoot(document.getElementById('baton')!);
  const draw = (screen: ReactNode): void => root.render(<KitProvider value={jiraKit}>{screen}</KitProvider>);
  draw(first);
  return draw;
}
