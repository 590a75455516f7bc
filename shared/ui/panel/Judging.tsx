import type { ActionView, PanelView } from '../../src/panel/view';
import { useKit } from '../kit';

interface JudgingProps {
  readonly judging: PanelView['judging'];
  readonly onPress: (action: ActionView) => void;
  readonly busy?: string | undefined;
}

/** What somebody thinks of the escalation, for the review: one press, below everything else. */
export function Judging({ judging = [], onPress, busy }: JudgingProps) {
  const { Button } = useKit();
  if (judging.length === 0) return null;
  return (
    <section className="baton-section" aria-label="For the review">
      <div className="baton-actions">
        {judging.map(action => (
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
    </section>
  );
}
