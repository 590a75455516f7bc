/** Replaces Atlaskit's feature flag client in the shipped screens: every flag is off and nothing is fetched. */
export const fg = (): boolean => false;
