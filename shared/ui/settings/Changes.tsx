import type { Change } from '../../src/agreement';
import { wordsOfChange } from './changeWords';

/** So many are read; of more, the rest is counted. */
const MOST = 50;

interface ChangesProps {
  readonly changes: readonly Change[];
  readonly none: string;
  /** Whose names are said. */
  readonly document?: unknown;
}

/** What is other, in words. */
export function Changes({ changes, none, document }: ChangesProps) {
  if (changes.length === 0) return <p className="baton-muted">{none}</p>;
  return (
    <>
      <dl className="baton-changes">
        {changes.slice(0, MOST).map(change => {
          const { place, words } = wordsOfChange(change, document);
          return (
            <div key={change.path}>
              <dt>{place}</dt>
              <dd>{words}</dd>
            </div>
          );
        })}
      </dl>
      {changes.length > MOST && <p className="baton-muted">And {changes.length - MOST} more.</p>}
    </>
  );
}
