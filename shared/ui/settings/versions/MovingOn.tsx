import type { SettingsView } from '../../../src/settings';
import { clockText } from '../../../src/panel/clockText';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';
import { authorName } from './versionWords';

interface MovingOnProps {
  readonly view: SettingsView;
  readonly ask: SectionProps['ask'];
}

const many = (count: number, verb: readonly [string, string]): string =>
  count === 1 ? `1 open escalation ${verb[0]}` : `${count} open escalations ${verb[1]}`;

/** How far what is open has moved to the version in force, where somebody chose that. */
export function MovingOn({ view, ask }: MovingOnProps) {
  const { Button } = useKit();
  const { moving } = view;
  if (!moving) return null;
  const { by, at, moved, kept, isDone } = moving;
  return (
    <div role="status">
      <p>
        {many(moved, ['has', 'have'])} moved to it{isDone ? '.' : ' so far; Baton goes on in the background.'}{' '}
        {kept > 0 &&
          `${many(kept, ['keeps its', 'keep their'])} own version: this one has no cell for ${kept === 1 ? 'it' : 'them'}.`}
      </p>
      <p className="baton-muted">
        {authorName(view, by)} chose that, {clockText(at, view.timeZone, view.now)}. Each ledger says so.
      </p>
      {!isDone && (
        <div className="baton-actions">
          <Button
            label="Look again"
            emphasis="subtle"
            onPress={() => void ask({ type: 'open' }).catch(() => undefined)}
          />
        </div>
      )}
    </div>
  );
}
