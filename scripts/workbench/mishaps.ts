/** What a platform does instead of answering one operation of the app. */
export type Mishap =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** It was done all the same; only the answer is lost. */
      readonly isDone?: boolean;
    }
  | 'never answers'
  | 'ends the app'
  /** It was done; the app dies before it hears of it. */
  | 'ends the app once it is done';

/** Asked before every operation of the app; undefined lets it pass. */
export type Mishaps = (operation: string) => Mishap | undefined;

/** The app's invocation is over before it was done, as when its machine dies. */
export class AppEnded extends Error {
  override readonly name = 'AppEnded';
}

/** Performs an operation, or whatever befalls it; `refused` says how this platform words a status. */
export async function befalling<T>(
  mishap: Mishap | undefined,
  perform: () => T | Promise<T>,
  refused: (mishap: Extract<Mishap, object>) => T,
): Promise<T> {
  if (mishap === undefined) return perform();
  if (mishap === 'never answers') return new Promise<never>(() => undefined);
  if (mishap === 'ends the app') throw new AppEnded();
  if (mishap === 'ends the app once it is done' || mishap.isDone) await perform();
  if (mishap === 'ends the app once it is done') throw new AppEnded();
  return refused(mishap);
}
