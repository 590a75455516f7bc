import type { PanelView } from '../../shared/src/panel';

/* The story the workbench's gallery is drawn from, and what its panels say. */
export * from '../../scripts/workbench/gallery/told';

export const lozenges = (view: PanelView): string[] => view.lozenges.map(({ text }) => text);
export const buttons = (view: PanelView): string[] => view.task.actions.map(({ label }) => label);
