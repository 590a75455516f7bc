/** A place in the table, both from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How large the table is, and how many rows are seen at once. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/** A key as a browser tells it. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key means while nothing is typed in the table. */
export type GridAct =
  | { readonly type: 'go'; readonly to: Place }
  /** With the character that began it, where one did. */
  | { readonly type: 'edit'; readonly typed?: string }
  | { readonly type: 'clear' | 'add' | 'undo' }
  | { readonly type: 'move'; readonly by: 1 | -1 };

type Step = (at: Place, size: GridSize) => Place;

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: at => ({ ...at, row: at.row - 1 }),
  ArrowDown: at => ({ ...at, row: at.row + 1 }),
  ArrowLeft: at => ({ ...at, column: at.column - 1 }),
  ArrowRight: at => ({ ...at, column: at.column + 1 }),
  PageUp: (at, { page }) => ({ ...at, row: at.row - page }),
  PageDown: (at, { page }) => ({ ...at, row: at.row + page }),
  Home: at => ({ ...at, column: 0 }),
  End: (at, { columns }) => ({ ...at, column: columns - 1 }),
  'Ctrl Home': () => ({ row: 0, column: 0 }),
  'Ctrl End': (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
};

const acts: Readonly<Record<string, GridAct>> = {
  Enter: { type: 'edit' },
  F2: { type: 'edit' },
  Delete: { type: 'clear' },
  Insert: { type: 'add' },
  'Ctrl z': { type: 'undo' },
  'Alt ArrowUp': { type: 'move', by: -1 },
  'Alt ArrowDown': { type: 'move', by: 1 },
};

const between = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** The nearest place that is in the table. */
export const inside = ({ row, column }: Place, { rows, columns }: GridSize): Place => ({
  row: between(row, rows),
  column: between(column, columns),
});

const called = ({ key, ctrlKey, metaKey, altKey }: Press): string =>
  `${ctrlKey || metaKey ? 'Ctrl ' : ''}${altKey ? 'Alt ' : ''}${key}`;

/** What a key does at a place of the table; undefined where it is the browser's business. */
export function actOf(press: Press, at: Place, size: GridSize): GridAct | undefined {
  const name = called(press);
  const step = steps[name];
  if (step) return { type: 'go', to: inside(step(at, size), size) };
  const isCharacter = name === press.key && press.key.length === 1 && press.key !== ' ';
  return acts[name] ?? (isCharacter ? { type: 'edit', typed: press.key } : undefined);
}
