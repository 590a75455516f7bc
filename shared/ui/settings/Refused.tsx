import type { SettingsRefusal } from '../../src/settings';
import { useKit } from '../kit';
import { Changes } from './Changes';
import { wordsOfPath } from './pathWords';

/** Why something was not done, what to do instead, and what is other or wrong. */
export function Refused({ refusal: { sentence, remedy, changes, mistakes } }: { readonly refusal: SettingsRefusal }) {
  const { Banner } = useKit();
  return (
    <Banner tone="warning" title={sentence} takesFocus>
      <p>{remedy}</p>
      {changes && changes.length > 0 && (
        <>
          <p>What is other there than in yours:</p>
          <Changes changes={changes} none="" />
        </>
      )}
      {mistakes && mistakes.length > 0 && (
        <ul className="baton-wrong">
          {mistakes.slice(0, 20).map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {path && <b>{wordsOfPath(path)}</b>} {message}
            </li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
