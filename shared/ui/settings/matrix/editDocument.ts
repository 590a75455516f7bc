/** Makes another document out of the one there is; `place` is the field somebody types in. */
export type EditDocument = (what: string, made: (document: unknown) => unknown, place?: string) => void;
