/** A text of at most so many characters; one that was longer says so at its end. */
export const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
