import type { Agreement } from './schema';

/** A text that the parties agreed on for one stage and those who read it. */
export type Template = Agreement['templates'][number];

/** What a template may name that everybody may read. */
export const forAll = ['ticket', 'party', 'priority', 'due', 'spokesperson'] as const;
/** What the parties write and know among themselves: never in a text for a customer (rules §7). */
export const insideOnly = [
  ...(['holder', 'team', 'diagnosis', 'actions', 'evidence', 'next action'] as const),
  ...(['reason', 'guidance', 'bridge'] as const),
];

/** Something that a template may name. */
export type TemplateVariable = (typeof forAll)[number] | (typeof insideOnly)[number];

const NAMED = /\{([^{}]*)\}/g;

const plain = (name: string): string => name.trim().toLowerCase();

/** The variables that a text names, as they were meant: `Dear {Party}` names `party`. */
export const variablesIn = (text: string): readonly string[] =>
  [...text.matchAll(NAMED)].map(([, name = '']) => plain(name));

/** A text with what its variables stand for; those without a value stay as they are. */
export const filledTemplate = (text: string, values: Readonly<Partial<Record<string, string>>>): string =>
  text.replace(NAMED, (written, name: string) => values[plain(name)] ?? written);

/** The agreed text for a stage and its readers; undefined where there is none. */
export const templateFor = (
  templates: readonly Template[] = [],
  stage: Template['stage'],
  audience: Template['audience'],
): Template | undefined => templates.find(one => one.stage === stage && one.audience === audience);
