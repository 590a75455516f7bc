import { useCallback, useState } from 'react';
import { columns, inside, type Place } from '../../../src/settings/matrix';

/** Where one is in the table. The focus goes there each time `turn` grows. */
export function usePlace(rows: number) {
  const [{ at, turn }, setPlace] = useState({ at: { row: 0, column: 0 }, turn: 0 });
  const go = useCallback((to: Place) => setPlace(before => ({ at: to, turn: before.turn + 1 })), []);
  const place = useCallback((to: Place) => setPlace(before => ({ ...before, at: to })), []);
  const back = useCallback(() => setPlace(before => ({ ...before, turn: before.turn + 1 })), []);
  return { at: inside(at, { rows: Math.max(1, rows), columns: columns.length, page: 1 }), turn, go, place, back };
}
