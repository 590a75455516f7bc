import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { KitProvider } from '../../shared/ui/kit';
import { Shown } from '../../shared/ui/panel/Panel';
import { opening, type PanelState } from '../../shared/ui/panel/panelState';
import type { PanelControls } from '../../shared/ui/panel/usePanel';
import { plainKit } from './plainKit';

const nothing = (): void => undefined;
const controls: PanelControls = {
  press: nothing,
  type: nothing,
  fill: nothing,
  leaveField: nothing,
  submit: nothing,
  cancel: nothing,
  retry: nothing,
};

/** The markup of something drawn with the plain kit. */
export const markup = (screen: ReactNode): string =>
  renderToStaticMarkup(<KitProvider value={plainKit}>{screen}</KitProvider>);

/** The markup of a panel in some state, some ms after its view arrived. */
export const drawn = (state: Partial<PanelState>, later = 0): string =>
  markup(<Shown live={{ state: { ...opening, ...state }, controls }} now={() => (state.viewedAt ?? 0) + later} />);

/** Only what can be read, in order. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ');
