import { withoutTexts } from './erasing';
import type { Append, LedgerPort, LoadedLedger } from './ports';

/** A ledger in memory, for replays, simulations and tests. Page limit in bytes. */
export function memoryLedger(pageLimit = 32_000): LedgerPort {
  const pages = new Map<string, LoadedLedger[]>();
  const of = (ticket: string) => pages.get(ticket) ?? [];
  return {
    pageLimit,
    load: ticket => Promise.resolve(of(ticket)[of(ticket).length - 1]),
    loadVersion: (ticket, version) => Promise.resolve(of(ticket)[version - 1]),
    relist: () => Promise.resolve(),
    erase: (ticket, { page }, { hashes }) => {
      const erased = of(ticket).map(kept => {
        const texts = kept.page.version < page.version && withoutTexts(kept.texts, hashes);
        return texts ? { ...kept, texts } : kept;
      });
      pages.set(ticket, erased);
      return Promise.resolve();
    },
    append: (ticket: string, { page, texts }: Append) => {
      if (page.version !== of(ticket).length + 1) return Promise.resolve('conflict' as const);
      pages.set(ticket, [...of(ticket), { page, texts }]);
      return Promise.resolve('appended' as const);
    },
  };
}
