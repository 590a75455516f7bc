/** Parsers as their makers build them for pages, where there is no Node. */
export const browserParsers = { 'csv-parse/sync': 'csv-parse/browser/esm/sync' };
