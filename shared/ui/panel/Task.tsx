import { useState } from 'react';
import type { ActionView, PanelView } from '../../src/panel/view';
import { useKit } from '../kit';
import { Actions, type Pressing } from './Actions';

interface TaskProps extends Pressing {
  readonly task: PanelView['task'];
  readonly tone?: 'calm' | 'offered' | 'no handoff';
}

/** What to do now. */
export function Task(props: TaskProps) {
  return props.task.actions.length === 0 ? <NothingOwed {...props} /> : <Owed {...props} />;
}

/** Nothing for this person to press: what they may expect, in a quieter voice. */
export function NothingOwed({ task }: Pick<TaskProps, 'task'>) {
  return (
    <section aria-label="What to do now">
      <h3 className="baton-strong">{task.title}</h3>
      {task.detail && <p className="baton-muted">{task.detail}</p>}
    </section>
  );
}

function Owed({ task, tone = 'calm', ...pressing }: TaskProps) {
  const { actions, choice } = useChosen(task.actions);
  return (
    <section className="baton-task" data-tone={tone} aria-label="What to do now">
      <h3 className="baton-strong">{task.title}</h3>
      {task.detail && <p className="baton-muted">{task.detail}</p>}
      {choice}
      <Actions actions={actions} {...pressing} />
    </section>
  );
}

/** Actions with what the person chose for the one that goes with a choice, and the control to choose it. */
function useChosen(actions: readonly ActionView[]) {
  const { Select } = useKit();
  const [chosen, choose] = useState<string>();
  const asking = actions.find(({ chooses }) => chooses);
  if (!asking?.chooses) return { actions };
  const chooses = { ...asking.chooses, value: chosen ?? asking.chooses.value };
  return {
    actions: actions.map(action => (action === asking ? { ...action, chooses } : action)),
    choice: (
      <div className="baton-choice">
        <Select name="chosen" {...chooses} onChange={choose} />
      </div>
    ),
  };
}
