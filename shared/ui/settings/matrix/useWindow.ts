import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';

/** Every row is as high, px, so that its place is known without drawing it; the style sheet says the same. */
export const ROW_HEIGHT = 48;
/** Both rows of headings, px. */
const HEAD = 72;
/** Drawn beyond what is seen, so that a scroll shows no empty stripe. */
const MARGIN = 6;
const TALLEST = 520;

/** Which rows are drawn: those in sight, and the one that one is in. */
export function useWindow(region: RefObject<HTMLElement | null>, rows: number, active: number) {
  const [top, setTop] = useState(0);
  const onScroll = useCallback(() => setTop(region.current?.scrollTop ?? 0), [region]);
  const page = Math.max(1, Math.floor((TALLEST - HEAD) / ROW_HEIGHT) - 1);
  useLayoutEffect(() => {
    const element = region.current;
    if (!element) return;
    const above = active * ROW_HEIGHT;
    const below = above + ROW_HEIGHT + HEAD - element.clientHeight;
    if (element.scrollTop > above) element.scrollTop = above;
    else if (element.scrollTop < below) element.scrollTop = below;
    onScroll();
  }, [region, active, onScroll]);
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - MARGIN);
  const last = Math.min(rows, first + page + 2 * MARGIN);
  const inSight = Array.from({ length: Math.max(0, last - first) }, (_, n) => first + n);
  const shown = active >= first && active < last ? inSight : [...inSight, active].filter(row => row < rows);
  return { shown, page, onScroll };
}
