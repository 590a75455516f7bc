import { html, type Markup } from '../../html';
import { appFrame } from './ticketPage';

interface AppPage {
  /** Address of the app's page; undefined where it has none. */
  src: string | undefined;
  frameOrigin: string;
  person: string;
}

/** The body of the app's own full page. */
export const appPage = ({ src, frameOrigin, person }: AppPage): Markup =>
  html`<main class="full" data-person="${person}" data-frame-origin="${frameOrigin}">
    ${src ? appFrame('Baton', 'full_page_app', src) : html`<p class="empty">The app has no page of its own.</p>`}
  </main>`;
