import type { Open } from './state';

/** Whether an escalation counts nowhere: its alert was over before anybody had it. */
export const isUncounted = (state: Open): boolean =>
  state.alert?.isUnclaimed === true && state.custody.every(({ to }) => to.person === undefined);
