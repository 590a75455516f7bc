import type { ActionView } from '../../src/panel/view';
import { useKit } from '../kit';

/** What pressing needs: whom to tell, and what is under way. */
export interface Pressing {
  readonly onPress: (action: ActionView) => void;
  /** What was pressed and is under way, by its act; another word where something else is. */
  readonly busy?: string | undefined;
}

/** A row of buttons, one per action; while one is under way the others wait. Nothing where there are none. */
export function Actions({ actions, onPress, busy }: Pressing & { readonly actions: readonly ActionView[] }) {
  const { Button } = useKit();
  if (actions.length === 0) return null;
  return (
    <div className="baton-actions">
      {actions.map(action => (
        <Button
          key={action.act}
          label={action.label}
          emphasis={action.emphasis}
          isBusy={busy === action.act}
          isDisabled={busy !== undefined && busy !== action.act}
          onPress={() => onPress(action)}
        />
      ))}
    </div>
  );
}
