import type { ActionView, PanelView } from '../../src/panel/view';
import { useKit } from '../kit';

interface TaskProps {
  readonly task: PanelView['task'];
  readonly tone?: 'calm' | 'offered' | 'no handoff';
  readonly onPress: (action: ActionView) => void;
  /** What was pressed and is under way, by its act; another word where something else is. */
  readonly busy?: string | undefined;
}

/** What to do now. */
export function Task({ task, tone = 'calm', onPress, busy }: TaskProps) {
  const { Button } = useKit();
  return (
    <section className="baton-task" data-tone={tone} aria-label="What to do now">
      <h3 className="baton-strong">{task.title}</h3>
      {task.detail && <p className="baton-muted">{task.detail}</p>}
      {task.actions.length > 0 && (
        <div className="baton-actions">
          {task.actions.map(action => (
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
      )}
    </section>
  );
}
