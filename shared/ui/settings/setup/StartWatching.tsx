import type { SetupProps } from './setupProps';

/** Puts the first agreement into force: it only watches. */
export const StartWatching = ({ isFirst }: SetupProps) => (isFirst ? null : null);
