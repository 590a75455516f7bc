const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** Whether what a desk has already says this text: desks break lines and put spaces where they like. */
export const hasSaid = (there: string, text: string): boolean => squeezed(there).includes(squeezed(text));
