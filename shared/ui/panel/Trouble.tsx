import { useKit } from '../kit';
import type { Problem } from './panelState';

interface TroubleProps {
  readonly problem: Problem | undefined;
  /** Sentences at fields, with the fields' labels, in the order of the form. */
  readonly wrong?: readonly string[];
  readonly onRetry: () => void;
  /** A panel is shown below it. */
  readonly isShown?: boolean;
  /** When that was so. */
  readonly asOf?: string | undefined;
}

/** What went wrong last and what to do about it. */
export function Trouble({ problem, wrong = [], onRetry, isShown = false, asOf }: TroubleProps) {
  if (!problem) return null;
  if (problem.kind === 'refused') return <Refused key={problem.order} problem={problem} wrong={wrong} />;
  if (isShown && problem.lost.type === 'view') return <Stale problem={problem} onRetry={onRetry} asOf={asOf} />;
  return <Unreachable problem={problem} onRetry={onRetry} />;
}

interface NoAnswerProps {
  readonly problem: Problem;
  readonly onRetry: () => void;
}

/** The backend did not answer. Nothing typed is lost, and trying again counts once. */
export function Unreachable({ problem: { sentence, remedy }, onRetry }: NoAnswerProps) {
  return (
    <Retry title={sentence} onRetry={onRetry}>
      {remedy}
    </Retry>
  );
}

/** The ticket changed and the new panel did not come: what stands below is from before. */
export function Stale({ problem: { sentence }, onRetry, asOf }: NoAnswerProps & Pick<TroubleProps, 'asOf'>) {
  return (
    <Retry title={asOf === undefined ? 'This may be out of date' : `Not up to date since ${asOf}`} onRetry={onRetry}>
      {`${sentence}. Nothing can be pressed meanwhile; the clocks go on.`}
    </Retry>
  );
}

interface RetryProps {
  readonly title: string;
  readonly onRetry: () => void;
  readonly children: string;
}

function Retry({ title, onRetry, children }: RetryProps) {
  const { Banner, Button } = useKit();
  return (
    <Banner tone="warning" title={title}>
      <p>{children}</p>
      <div className="baton-actions">
        <Button label="Try again" emphasis="default" onPress={onRetry} />
      </div>
    </Banner>
  );
}

/** The rules do not allow it: the sentence, the remedy, and which fields are to blame. */
function Refused({ problem, wrong }: { readonly problem: Problem; readonly wrong: readonly string[] }) {
  const { Banner } = useKit();
  return (
    <Banner tone="error" title={problem.sentence} takesFocus>
      {problem.remedy && <p>{problem.remedy}</p>}
      {wrong.length > 0 && (
        <ul className="baton-wrong">
          {wrong.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
